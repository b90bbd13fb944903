package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** A body that is still on its way when its request is refused for its head. */
class LateBodyTest {
    private static final int LENGTH = 200_000;
    private static final int PART = 20_000;

    /** What fits into the buffers of both ends, and much more. */
    private static final long LONGER_THAN_READ = 1_000_000_000;

    @AutoClose private static final AttackedService attacked = new AttackedService();

    @Test
    void is_read_on_so_that_the_refusal_is_not_lost_to_a_reset() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, head());
            assertThat(startOfAnswer(socket)).startsWith("HTTP/1.1 413");

            // a connection that is closed already refuses the second part at the latest
            for (int sent = 0; sent < LENGTH; sent += PART) {
                Exchange.write(socket, "x".repeat(PART));
            }

            assertThat(Exchange.untilClosed(socket)).doesNotContain("HTTP/1.1");
        }
    }

    @Test
    void is_not_waited_for_for_ever() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, head());
            assertThat(Exchange.statuses(Exchange.untilClosed(socket))).containsExactly(413);

            await().atMost(Duration.ofSeconds(20)).until(() -> refusesMore(socket));
        }
    }

    @Test
    void is_not_asked_for_where_its_sender_waits_for_that() throws Exception {
        String answer =
                Exchange.of(
                        attacked.port(),
                        head().replace("\r\n\r\n", "\r\nExpect: 100-continue\r\n\r\n"));

        assertThat(Exchange.statuses(answer)).containsExactly(413);
    }

    @Test
    void that_does_not_end_is_cut() throws Exception {
        try (Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(socket, head().replace("" + LENGTH, "10000000000"));

            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(
                            () -> {
                                for (long sent = 0; sent < LONGER_THAN_READ; sent += PART) {
                                    Exchange.write(socket, "x".repeat(PART));
                                }
                            });
        }
    }

    private static boolean refusesMore(Socket socket) {
        try {
            Exchange.write(socket, "x");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String head() {
        return RawCallback.ofCall("late")
                .without("Content-Length")
                .with("Content-Length: " + LENGTH)
                .head();
    }

    private static String startOfAnswer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 413".length()), ISO_8859_1);
    }
}
