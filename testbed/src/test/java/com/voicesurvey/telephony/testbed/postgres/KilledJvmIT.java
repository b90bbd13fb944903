package com.voicesurvey.telephony.testbed.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is left when a JVM with a server dies without a word. */
class KilledJvmIT {
    @TempDir Path directory;

    @Test
    void no_server_and_no_temporary_data() throws IOException {
        Launched launched = launch("");

        launched.jvm().destroyForcibly();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !launched.serverRuns());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Files.exists(launched.dataDirectory()));
    }

    @Test
    void nothing_that_blocks_the_next_start() throws Exception {
        Path kept = directory.resolve("kept");
        Launched launched = launch(kept.toString());
        // without its watchdog the server stays, as it would if that had been killed as well
        List<ProcessHandle> watchdogs = launched.jvm().children().toList();
        watchdogs.forEach(ProcessHandle::destroyForcibly);
        launched.jvm().destroyForcibly().waitFor();
        assertThat(watchdogs).hasSize(1);
        assertThat(launched.serverRuns()).isTrue();

        var options = new EmbeddedPostgresOptions(0, kept, "owner", "secret", "calls", Map.of());
        try (var next = EmbeddedPostgresServer.launch(options)) {
            assertThat(launched.serverRuns()).isFalse();
            assertThat(Sql.ask(next.database(), "select current_user")).isEqualTo("owner");
        }
    }

    private record Launched(Process jvm, ProcessHandle postmaster, Path dataDirectory) {
        /** False also for a process that has ended and that its parent has not noticed yet. */
        boolean serverRuns() {
            return postmaster.info().command().isPresent();
        }
    }

    private Launched launch(String dataDirectory) throws IOException {
        Path told = directory.resolve("told");
        var jvm =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LaunchAndWait.class.getName(),
                                told.toString(),
                                dataDirectory)
                        .inheritIO()
                        .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(told));
        List<String> lines = Files.readAllLines(told);
        return new Launched(
                jvm,
                ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow(),
                Path.of(lines.get(1)));
    }
}
