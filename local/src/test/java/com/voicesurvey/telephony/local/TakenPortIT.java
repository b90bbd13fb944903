package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

class TakenPortIT {
    @Test
    void is_told_with_its_option_before_anything_is_started() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningCommand local =
                        RunningCommand.start(
                                Map.of(),
                                "local",
                                "--free-ports",
                                "--ops-port=" + other.getLocalPort())) {
            assertThat(local.awaitExit()).isEqualTo(1);
            assertThat(local.output())
                    .contains("Port " + other.getLocalPort() + " is taken")
                    .contains("--ops-port")
                    .doesNotContain("Exception", "PostgreSQL", "Kafka");
        }
    }
}
