package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A small process that kills another one when this JVM is no more.
 *
 * <p>It reads a pipe from this JVM, which the system closes however the JVM ends.
 */
record Leash(Process holder) implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' HUP INT TERM
            cat > /dev/null
            kill -s KILL "$1"
            """;

    static Leash on(long pid) throws IOException {
        return new Leash(
                new ProcessBuilder("sh", "-c", SCRIPT, "leash", Long.toString(pid))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** Lets go: to be called when the other process has ended, whose number may be reused. */
    @Override
    public void close() {
        // before its pipe, whose end would make it kill; its cat ends with the pipe
        holder.destroyForcibly();
        try {
            holder.waitFor();
            holder.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
