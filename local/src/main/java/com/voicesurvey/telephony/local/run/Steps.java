package com.voicesurvey.telephony.local.run;

import java.io.PrintStream;
import java.util.function.Supplier;

/** Tells what is being started, and how long it took; starts nothing more once it is to stop. */
public final class Steps {
    private final PrintStream out;
    private final StopSignal stop;

    public Steps(PrintStream out, StopSignal stop) {
        this.out = out;
        this.stop = stop;
    }

    /** Runs one step. */
    public <T> T run(String name, Supplier<T> step) {
        stop.check();
        out.printf("  %-18s", name);
        out.flush();
        long start = System.nanoTime();
        try {
            T result = step.get();
            out.printf("%6.1f s%n", (System.nanoTime() - start) / 1e9);
            return result;
        } catch (RuntimeException e) {
            out.println();
            throw e;
        }
    }

    /** Runs one step that gives nothing. */
    public void run(String name, Runnable step) {
        var _ =
                run(
                        name,
                        () -> {
                            step.run();
                            return this;
                        });
    }

    StopSignal stop() {
        return stop;
    }
}
