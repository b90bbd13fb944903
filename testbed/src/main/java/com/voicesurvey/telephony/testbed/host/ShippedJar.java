package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service's jar as it is shipped, in a process of its own, and all that it prints. */
public final class ShippedJar implements AutoCloseable {
    private static final Duration TIME_TO_START = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Path printed;
    private final ChildJvm jvm;

    /**
     * Starts it and does not wait.
     *
     * @param environment all that it sees
     * @param printed where its output is appended
     */
    public ShippedJar(Path jar, Map<String, String> environment, Path printed) {
        this.printed = printed;
        this.jvm =
                new ChildJvm(
                        new ChildJvm.Program(
                                List.of(
                                        "-XX:TieredStopAtLevel=1",
                                        "--sun-misc-unsafe-memory-access=allow",
                                        "-jar",
                                        jar.toAbsolutePath().toString()),
                                environment,
                                printed));
        jvm.start();
    }

    /**
     * Waits until it has printed that.
     *
     * @return where it was found
     * @throws IllegalStateException if that does not come in 90 s, a JVM's start on a busy machine,
     *     or it ends before
     */
    public Matcher await(Pattern announcement) {
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (true) {
            boolean last = !jvm.isAlive() || System.nanoTime() > deadline;
            Matcher found = announcement.matcher(output());
            if (found.find()) {
                return found;
            }
            if (last) {
                close();
                throw new IllegalStateException("no " + announcement + " in:\n" + output());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** All that it has printed so far. */
    public String output() {
        try {
            return Files.exists(printed) ? Files.readString(printed) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of {@link #output}. */
    public List<String> lines() {
        return output().lines().toList();
    }

    /** Ends it in good order. */
    @Override
    public void close() {
        jvm.terminate();
    }
}
