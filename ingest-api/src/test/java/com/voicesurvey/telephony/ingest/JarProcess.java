package com.voicesurvey.telephony.ingest;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar as it is shipped, in a process of its own, and all that it prints. */
final class JarProcess implements AutoCloseable {
    private static final Pattern PORTS =
            Pattern.compile("webhooks on port (\\d+), health and metrics on port (\\d+)");

    private static final Duration TIME_TO_START = Duration.ofSeconds(90);

    private final Path printed;
    private final Process process;
    final int port;
    final int adminPort;

    JarProcess(Path printed, Map<String, String> environment) throws IOException {
        this.printed = printed;
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        Path.of("target", "ingest-api.jar").toAbsolutePath().toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
        Matcher ports = announced();
        port = Integer.parseInt(ports.group(1));
        adminPort = Integer.parseInt(ports.group(2));
    }

    /** A JVM takes long to start on a machine that is busy; one that does not start is ended. */
    private Matcher announced() {
        try {
            return await().atMost(TIME_TO_START)
                    .until(() -> PORTS.matcher(output()), Matcher::find);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    String output() {
        try {
            return Files.readString(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        return output().lines().toList();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
