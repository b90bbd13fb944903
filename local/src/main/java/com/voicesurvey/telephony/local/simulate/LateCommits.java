package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A scheduler that dials first and commits the attempt a second later. */
final class LateCommits implements AutoCloseable {
    private static final Duration DELAY = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("late-commits").factory());
    private final CallRows rows;

    private LateCommits(CallRows rows) {
        this.rows = rows;
    }

    /** Begins now, together with the simulation. */
    static LateCommits start(CallRows rows, List<CallPlan> plans) {
        LateCommits commits = new LateCommits(rows);
        plans.forEach(commits::plan);
        return commits;
    }

    /** Waits for all that is planned. */
    @Override
    public void close() {
        clock.close();
    }

    /** Gives up what is not committed yet. */
    void stop() {
        clock.shutdownNow();
    }

    private void plan(CallPlan plan) {
        var _ =
                clock.schedule(
                        () -> rows.addAttempts(List.of(SimulatedCalls.row(plan))),
                        plan.startAt().plus(DELAY).toNanos(),
                        TimeUnit.NANOSECONDS);
    }
}
