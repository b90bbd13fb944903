package com.voicesurvey.telephony.testbed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The server process that works on a data directory, found by the file that it leaves there. */
record Postmaster(Path dataDirectory) {
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

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
        process().ifPresent(process -> gone(List.of(process)));
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
        backends.forEach(ProcessHandle::destroyForcibly);
        if (!gone(Stream.concat(Stream.of(postmaster), backends.stream()).toList())) {
            throw new IllegalStateException("PostgreSQL does not end: " + postmaster.pid());
        }
    }

    private static boolean gone(List<ProcessHandle> processes) {
        long deadline = System.nanoTime() + TIME_TO_END.toNanos();
        while (processes.stream().anyMatch(Postmaster::isPostgres)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }

    /**
     * Whether it runs that program. One that has ended and waits for its parent to notice runs
     * none; where the container's first process does not care for orphans, that lasts.
     */
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
