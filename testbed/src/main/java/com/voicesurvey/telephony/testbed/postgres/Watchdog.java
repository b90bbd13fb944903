package com.voicesurvey.telephony.testbed.postgres;

import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A small process that ends the server when this JVM is no more.
 *
 * <p>The server is a process of its own and would live on after {@code kill -9}, which no shutdown
 * hook sees. The watchdog reads a pipe from this JVM: the system closes it however the JVM ends.
 */
final class Watchdog implements AutoCloseable {
    private final Process process;
    private final Writer pipe;

    private Watchdog(Process process) {
        this.process = process;
        this.pipe = process.outputWriter(StandardCharsets.US_ASCII);
    }

    static Watchdog over(Path dataDirectory, ServerDirectory directory) {
        var command =
                new ProcessBuilder(
                        "sh",
                        "-c",
                        script(),
                        "postgres-watchdog",
                        dataDirectory.toString(),
                        directory.temporary() ? directory.path().toString() : "");
        try {
            return new Watchdog(
                    command.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run sh", e);
        }
    }

    /** From now on a server may be there, whose process is not known yet. */
    void starting() {
        tell("starting");
    }

    void running(ProcessHandle postmaster) {
        tell("running " + postmaster.pid());
    }

    void stopped() {
        tell("stopped");
    }

    @Override
    public void close() {
        try {
            pipe.close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the watchdog's pipe", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(String state) {
        try {
            pipe.write(state + "\n");
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The PostgreSQL watchdog is gone", e);
        }
    }

    private static String script() {
        try (var script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            return new String(
                    Objects.requireNonNull(script, "watchdog.sh").readAllBytes(),
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read watchdog.sh", e);
        }
    }
}
