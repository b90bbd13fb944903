package com.voicesurvey.telephony.testbed.host;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own, to be killed, frozen and started again.
 *
 * <h2>Failure semantics</h2>
 *
 * The program does not outlive this JVM, however that ends.
 */
public final class ChildJvm implements AutoCloseable {
    private static final Duration TIME_TO_END = Duration.ofSeconds(20);

    private final Program program;
    private @Nullable Process process;

    /**
     * What is run, with the {@code java} that runs this.
     *
     * @param arguments JVM options, then {@code -jar} or the main class, then what it is given
     * @param environment all that it sees
     * @param log where its output is appended
     */
    public record Program(List<String> arguments, Map<String, String> environment, Path log) {
        public Program {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    public ChildJvm(Program program) {
        this.program = program;
    }

    /** Starts the program and does not wait for it; no effect while it runs. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        if (process != null) {
            Leash.letGo(process);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.arguments());
        ProcessBuilder builder = new ProcessBuilder(Leash.on(command));
        builder.environment().clear();
        builder.environment().putAll(program.environment());
        try {
            process =
                    builder.redirectErrorStream(true)
                            .redirectOutput(Redirect.appendTo(program.log().toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    /** Whether there is a process; a frozen one counts. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * The number of the process, as the system knows it.
     *
     * @throws IllegalStateException if the program was not started
     */
    public synchronized long pid() {
        return running().pid();
    }

    /**
     * Waits until the program ends by itself, at most for that time.
     *
     * @return its exit code, or empty if it still runs
     * @throws IllegalStateException if the program was not started
     */
    public OptionalInt awaitEnd(Duration atMost) {
        Process running = running();
        try {
            return running.waitFor(atMost.toNanos(), TimeUnit.NANOSECONDS)
                    ? OptionalInt.of(running.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Ends the program with SIGKILL, and returns when it is gone. */
    public synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process);
        }
    }

    /**
     * Ends the program with SIGTERM, and with SIGKILL if that takes too long.
     *
     * @return its exit code, or empty if it did not run, or not end by itself
     */
    public synchronized OptionalInt terminate() {
        if (process == null) {
            return OptionalInt.empty();
        }
        Process ending = process;
        // Process.destroy() would close the pipe as well, by which the leash tells this JVM's end
        ending.toHandle().destroy();
        return await(ending) ? OptionalInt.of(ending.exitValue()) : OptionalInt.empty();
    }

    /** Stops the program where it stands (SIGSTOP): it is there and does nothing. */
    public synchronized void freeze() {
        signal("STOP");
    }

    /** Lets a frozen program go on as if nothing had been (SIGCONT). */
    public synchronized void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    /** Waits for its end, and brings that about if it takes too long; whether it did not. */
    private boolean await(Process ending) {
        boolean inTime = false;
        try {
            inTime = ending.waitFor(TIME_TO_END.toSeconds(), TimeUnit.SECONDS);
            if (!inTime) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Leash.letGo(ending);
        process = null;
        return inTime;
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException("Not running: " + program.arguments());
        }
        return process;
    }

    private void signal(String name) {
        try {
            String kill = "kill -s " + name + " " + running().pid();
            int code = new ProcessBuilder("sh", "-c", kill).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(kill + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run sh", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
