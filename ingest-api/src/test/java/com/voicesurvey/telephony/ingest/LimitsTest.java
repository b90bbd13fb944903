package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class LimitsTest {
    private static final String HEAD =
            "POST "
                    + Callback.PATH
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    @Test
    void a_request_head_over_the_limit_is_a_431_problem() throws Exception {
        try (TestService service = new TestService("HTTP_MAX_HEADER_BYTES", "2048")) {
            String answer =
                    RawHttp.exchange(
                            service.api.port(), HEAD + "X-Long: " + "x".repeat(4096) + "\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 431")
                    .contains("application/problem+json", "HTTP_MAX_HEADER_BYTES");
        }
    }

    @Test
    void what_is_no_HTTP_is_a_400_problem() throws Exception {
        try (TestService service = new TestService()) {
            assertThat(RawHttp.exchange(service.api.port(), "HELLO\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json");
        }
    }

    @Test
    void a_body_over_the_limit_is_refused_by_its_stated_length_alone() throws Exception {
        try (TestService service = new TestService()) {
            assertThat(RawHttp.exchange(service.api.port(), HEAD + "Content-Length: 70000\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_body_that_trickles_is_a_408_and_holds_no_room_for_longer() throws Exception {
        try (TestService service =
                        new TestService("HTTP_READ_TIMEOUT", "300ms", "HTTP_IDLE_TIMEOUT", "5s");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.api.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((HEAD + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(10))
                    .until(
                            () -> {
                                out.write('x');
                                out.flush();
                                return socket.getInputStream().available() > 0;
                            });
            assertThat(RawHttp.rest(socket.getInputStream()))
                    .startsWith("HTTP/1.1 408")
                    .contains("HTTP_READ_TIMEOUT");
            assertThat(service.metrics()).contains("ingest_in_flight 0.0");
        }
    }

    @Test
    void a_body_that_falls_silent_is_a_408_after_the_idle_timeout() throws Exception {
        try (TestService service = new TestService("HTTP_IDLE_TIMEOUT", "500ms")) {
            long start = System.nanoTime();
            String answer =
                    RawHttp.exchange(service.api.port(), HEAD + "Content-Length: 10\r\n\r\nabc");
            assertThat(answer).startsWith("HTTP/1.1 408");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_silent_connection_is_closed() throws Exception {
        try (TestService service = new TestService("HTTP_IDLE_TIMEOUT", "300ms")) {
            assertThat(RawHttp.exchange(service.api.port(), "")).isEmpty();
        }
    }

    @Test
    void waiting_for_Kafka_longer_than_the_idle_timeout_costs_no_answer() throws Exception {
        try (TestService service = new TestService("HTTP_IDLE_TIMEOUT", "200ms")) {
            CompletableFuture<Void> gate = service.publisher.holdBack();
            CompletableFuture<HttpResponse<String>> answer =
                    service.client.sendAsync(
                            Callback.of("ringing").request(service.api.port()).build(),
                            BodyHandlers.ofString());
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> !answer.isDone());
            gate.complete(null);
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void requests_beyond_the_limit_are_shed_at_once_and_the_rest_are_answered() throws Exception {
        try (TestService service = new TestService("HTTP_MAX_IN_FLIGHT", "3")) {
            CompletableFuture<Void> gate = service.publisher.holdBack();
            List<CompletableFuture<HttpResponse<String>>> taken = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                taken.add(
                        service.client.sendAsync(
                                Callback.of("ringing")
                                        .ofCall("call-" + i)
                                        .request(service.api.port())
                                        .build(),
                                BodyHandlers.ofString()));
            }
            await().until(() -> service.publisher.events().size() == 3);
            HttpResponse<String> shed = service.post(Callback.of("ringing").ofCall("one-more"));
            assertThat(shed.statusCode()).isEqualTo(503);
            assertThat(shed.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(shed.body()).contains("HTTP_MAX_IN_FLIGHT");
            gate.complete(null);
            for (CompletableFuture<HttpResponse<String>> answer : taken) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
            assertThat(service.post(Callback.of("ringing").ofCall("one-more")).statusCode())
                    .isEqualTo(200);
        }
    }
}
