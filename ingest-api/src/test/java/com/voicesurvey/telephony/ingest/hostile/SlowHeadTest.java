package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Request heads that take their time ("slowloris"). */
class SlowHeadTest {
    private static AttackedService attacked;

    @BeforeAll
    static void start() {
        attacked = new AttackedService("HTTP_HEAD_TIMEOUT", "400ms", "HTTP_IDLE_TIMEOUT", "10s");
    }

    @AfterAll
    static void stop() {
        attacked.close();
    }

    @Test
    void a_head_that_trickles_faster_than_the_idle_timeout_is_closed_all_the_same()
            throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, "POST /webhooks/telephony/events HTTP/1.1\r\nX: ");
            assertClosedWhileTrickling(socket);
        }
        attacked.assertAnswersInTime();
    }

    @Test
    void so_are_endless_empty_lines_before_a_request() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> isClosedAfter(socket, "\r\n"));
        }
    }

    @Test
    void so_is_a_later_head_on_a_connection_that_served_one() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, RawCallback.ofCall("first").text());
            await().until(() -> socket.getInputStream().available() > 0);
            socket.getInputStream().skipNBytes(socket.getInputStream().available());
            assertClosedWhileTrickling(socket);
        }
        assertThat(attacked.calls()).contains("first");
    }

    @Test
    void a_connection_that_is_silent_between_requests_stays_open() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, RawCallback.ofCall("before").text());
            await().during(Duration.ofMillis(1200))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> !attacked.calls().contains("after"));
            Exchange.write(socket, RawCallback.ofCall("after").with("Connection: close").text());
            assertThat(Exchange.statuses(Exchange.untilClosed(socket))).containsExactly(200, 200);
        }
    }

    @Test
    void a_request_that_is_worked_on_for_longer_is_answered() throws Exception {
        CompletableFuture<Void> gate = attacked.service.publisher.holdBack();
        try (Socket socket = Exchange.connect(attacked.port())) {
            RawCallback callback = RawCallback.ofCall("slow").with("Connection: close");
            Exchange.write(socket, callback.head());
            Exchange.write(socket, callback.body());
            await().during(Duration.ofMillis(1200))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> socket.getInputStream().available() == 0);
            gate.complete(null);
            assertThat(Exchange.statuses(Exchange.untilClosed(socket))).containsExactly(200);
        }
    }

    private static void assertClosedWhileTrickling(Socket socket) {
        long start = System.nanoTime();
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(8))
                .until(() -> isClosedAfter(socket, "x"));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(300));
    }

    private static boolean isClosedAfter(Socket socket, String more) {
        try {
            Exchange.write(socket, more);
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
