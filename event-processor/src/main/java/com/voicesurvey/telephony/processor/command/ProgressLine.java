package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.topic.Progress;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;

/** A bar that grows where a person watches; elsewhere a line now and then. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 78;
    private static final int QUICK_MS = 200;
    private static final int SLOW_MS = 10_000;

    private final PrintStream out;
    private final boolean terminal;
    private final String task;
    private final long begun = System.nanoTime();
    private @Nullable ProgressBar bar;

    ProgressLine(PrintStream out, boolean terminal, String task) {
        this.out = out;
        this.terminal = terminal;
        this.task = task;
    }

    @Override
    public boolean at(long done, long total) {
        // a log is not told of what is done before anybody looks
        boolean worthIt = terminal || System.nanoTime() - begun > SLOW_MS * 1_000_000L;
        if (bar == null && worthIt) {
            bar = bar(total);
        }
        if (bar != null) {
            bar.stepTo(done);
        }
        return true;
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            if (terminal) {
                out.println();
            }
        }
    }

    private ProgressBar bar(long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(" records", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(terminal ? QUICK_MS : SLOW_MS)
                .setConsumer(
                        new DelegatingProgressBarConsumer(
                                line -> out.print(terminal ? "\r" + line : line + "\n"), WIDTH))
                .build();
    }
}
