package com.voicesurvey.telephony.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Bodies that do not come, many at once. */
class SlowBodyTest {
    @Test
    void bodies_that_stand_still_take_no_room_from_requests_that_are_complete() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try (AttackedService attacked =
                new AttackedService("HTTP_MAX_IN_FLIGHT", "10", "HTTP_IDLE_TIMEOUT", "2s")) {
            for (int i = 0; i < 200; i++) {
                Socket socket = Exchange.connect(attacked.port());
                sockets.add(socket);
                Exchange.write(socket, RawCallback.ofCall("slow-" + i).head() + "CallSid=");
            }
            attacked.assertAnswersInTime();
            for (Socket socket : sockets) {
                assertThat(Exchange.statuses(Exchange.untilClosed(socket)))
                        .isSubsetOf(List.of(408));
            }
            attacked.assertAnswersInTime();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void who_goes_on_sending_after_the_refusal_is_cut_off() throws Exception {
        try (AttackedService attacked = new AttackedService();
                Socket socket = Exchange.connect(attacked.port())) {
            Exchange.write(
                    socket,
                    RawCallback.ofCall("large")
                            .without("Content-Length")
                            .with("Content-Length: 1000000")
                            .head());
            await().pollInterval(Duration.ofMillis(20))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> isCutOff(socket));
            attacked.assertAnswersInTime();
        }
    }

    private static boolean isCutOff(Socket socket) {
        try {
            Exchange.write(socket, "x".repeat(1000));
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
