package com.voicesurvey.telephony.local;

import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.StopSignal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A command that runs in this JVM until it is done or closed. */
final class RunningCommand implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;

    private final StopSignal stop = new StopSignal();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

    static RunningCommand start(Map<String, String> environment, String... args) {
        RunningCommand command = new RunningCommand();
        Thread.ofPlatform().name("command").start(() -> command.run(environment, args));
        return command;
    }

    /** Everything that it has printed. */
    String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Waits until it has printed that, and gives everything that it has printed. */
    String awaitOutput(String text) {
        await("output with: " + text)
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> output().contains(text) || exitCode.isDone());
        return output();
    }

    /** The rest of the first line that begins so. */
    String line(String start) {
        return output().lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(line -> line.substring(start.length()).strip())
                .orElseThrow(() -> new AssertionError("no line " + start + " in\n" + output()));
    }

    int awaitExit() {
        return exitCode.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    int stop() {
        stop.request();
        return awaitExit();
    }

    @Override
    public void close() {
        stop();
    }

    private void run(Map<String, String> environment, String... args) {
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            exitCode.complete(Main.run(args, new Shell(environment, out, out, stop, false)));
        } catch (RuntimeException | Error e) {
            exitCode.completeExceptionally(e);
        }
    }
}
