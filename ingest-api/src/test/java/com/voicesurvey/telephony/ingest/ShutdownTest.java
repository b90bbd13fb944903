package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class ShutdownTest {
    @Test
    void every_request_that_was_accepted_gets_its_answer() throws Exception {
        TestService service = new TestService();
        CompletableFuture<Void> gate = service.publisher.holdBack();
        List<CompletableFuture<HttpResponse<String>>> accepted = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            accepted.add(
                    service.client.sendAsync(
                            Callback.of("ringing")
                                    .ofCall("call-" + i)
                                    .request(service.api.port())
                                    .build(),
                            BodyHandlers.ofString()));
        }
        await().until(() -> service.publisher.events().size() == 50);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(service.api::close);
        await().until(() -> refusesConnections(service));
        await().during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> !closing.isDone() && !service.publisher.isClosed());
        gate.complete(null);
        for (CompletableFuture<HttpResponse<String>> answer : accepted) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        closing.get();
        assertThat(service.publisher.isClosed()).isTrue();
        service.client.close();
    }

    @Test
    void a_request_that_never_ends_holds_the_stop_up_for_its_timeout_only() throws Exception {
        TestService service = new TestService("SHUTDOWN_TIMEOUT", "500ms");
        CompletableFuture<Void> gate = service.publisher.holdBack();
        CompletableFuture<HttpResponse<String>> stuck =
                service.client.sendAsync(
                        Callback.of("ringing").request(service.api.port()).build(),
                        BodyHandlers.ofString());
        await().until(() -> service.publisher.events().size() == 1);
        long start = System.nanoTime();
        service.api.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(service.publisher.isClosed()).isTrue();
        gate.complete(null);
        stuck.exceptionally(lost -> null).join();
        service.client.close();
    }

    @Test
    void a_stopping_service_says_that_it_is_not_ready() throws Exception {
        TestService service = new TestService();
        CompletableFuture<Void> gate = service.publisher.holdBack();
        CompletableFuture<HttpResponse<String>> accepted =
                service.client.sendAsync(
                        Callback.of("ringing").request(service.api.port()).build(),
                        BodyHandlers.ofString());
        await().until(() -> service.publisher.events().size() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(service.api::close);
        await().until(() -> service.admin("/health/ready").statusCode() == 503);
        assertThat(service.admin("/health/ready").body()).contains("the service is stopping");
        gate.complete(null);
        closing.get();
        assertThat(accepted.get().statusCode()).isEqualTo(200);
        service.client.close();
    }

    @Test
    void a_request_on_an_open_connection_is_still_taken_and_is_its_last() throws Exception {
        TestService service = new TestService();
        int port = service.api.port();
        CompletableFuture<Void> gate = service.publisher.holdBack();
        CompletableFuture<HttpResponse<String>> accepted =
                service.client.sendAsync(
                        Callback.of("ringing").request(port).build(), BodyHandlers.ofString());
        await().until(() -> service.publisher.events().size() == 1);
        try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
            await().until(() -> service.admin("/metrics").body().contains("ingest_connections 2"));
            CompletableFuture<Void> closing = CompletableFuture.runAsync(service.api::close);
            await().pollInterval(Duration.ofMillis(10)).until(() -> refusesConnections(service));
            Callback late = Callback.of("ringing").ofCall("call-2");
            open.getOutputStream().write(late.bytes());
            await().until(() -> service.publisher.events().size() == 2);
            gate.complete(null);
            assertThat(RawHttp.rest(open.getInputStream()))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("connection: close");
            closing.get();
        }
        assertThat(accepted.get().statusCode()).isEqualTo(200);
        service.client.close();
    }

    private static boolean refusesConnections(TestService service) throws InterruptedException {
        try {
            RawHttp.exchange(service.api.port(), "");
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
