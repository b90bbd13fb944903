package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.testbed.simulation.SimulationProgress;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import java.io.PrintStream;

/** A bar that grows where a person watches; elsewhere a line now and then. */
final class ProgressDisplay implements SimulationProgress.Listener, AutoCloseable {
    private static final int WIDTH = 78;

    private final ProgressBar bar;

    private ProgressDisplay(ProgressBar bar) {
        this.bar = bar;
    }

    static ProgressDisplay on(Shell shell, long callbacks) {
        PrintStream out = shell.out();
        boolean terminal = shell.isTerminal();
        return new ProgressDisplay(
                new ProgressBarBuilder()
                        .setTaskName("callbacks")
                        .setInitialMax(callbacks)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(terminal ? 200 : 10_000)
                        .setConsumer(
                                new DelegatingProgressBarConsumer(
                                        line -> out.print(terminal ? "\r" + line : line + "\n"),
                                        WIDTH))
                        .build());
    }

    @Override
    public void progressed(SimulationProgress progress) {
        bar.stepTo(progress.done());
    }

    @Override
    public void close() {
        bar.close();
    }
}
