package com.voicesurvey.telephony.testbed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that works on a data directory, found by the file that it leaves there. */
record Postmaster(Path dataDirectory) {
    private static final long SECONDS_TO_DIE = 20;

    /** The running server; empty also where the file names a process that is no PostgreSQL. */
    Optional<ProcessHandle> process() {
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(Postmaster::isPostgres);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits until the server is gone, and kills it if that takes too long. */
    void awaitStopped() {
        process().ifPresent(process -> awaitExit(List.of(process)));
        kill();
    }

    /** Kills the server with all its backends, and clears away the file that it leaves. */
    void kill() {
        process().ifPresent(Postmaster::killTree);
        try {
            // Its number may belong to another program by now, and the next start would stop there.
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new IllegalStateException("Cannot delete " + pidFile(), e);
        }
    }

    private static void killTree(ProcessHandle postmaster) {
        List<ProcessHandle> backends = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        awaitExit(List.of(postmaster));
        backends.forEach(ProcessHandle::destroyForcibly);
        awaitExit(backends);
    }

    private static void awaitExit(List<ProcessHandle> processes) {
        var exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(SECONDS_TO_DIE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private Path pidFile() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
