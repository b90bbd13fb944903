package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code local} in a process of its own, which is told to stop. */
class TerminatedIT {
    @TempDir Path directory;

    @Test
    void leaves_no_server_behind() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        Path output = directory.resolve("output");
        Process local =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "local",
                                "--free-ports",
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> Files.readString(output).contains("Running;"));
            ProcessHandle postgres = postgres(data);
            assertThat(postgres.info().command()).isPresent();

            local.destroy();

            assertThat(local.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(local.exitValue()).as(Files.readString(output)).isZero();
            // empty for one that has ended, whether its parent has noticed or not
            assertThat(postgres.info().command()).isEmpty();
        } finally {
            local.destroyForcibly();
        }
    }

    private static ProcessHandle postgres(Path data) throws IOException {
        Path file = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
    }
}
