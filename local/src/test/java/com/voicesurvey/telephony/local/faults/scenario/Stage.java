package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.load.Journal;
import com.voicesurvey.telephony.local.faults.world.World;

import org.awaitility.Awaitility;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Where a scenario plays: counts and prints the faults, and keeps the time. */
public final class Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final World world;
    private final Journal journal;
    private final Pace pace;
    private final RandomGenerator random;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private int faults;

    public Stage(World world, Journal journal, Pace pace, RandomGenerator random, PrintStream out) {
        this.world = world;
        this.journal = journal;
        this.pace = pace;
        this.random = random;
        this.out = out;
    }

    public World world() {
        return world;
    }

    public Pace pace() {
        return pace;
    }

    public RandomGenerator random() {
        return random;
    }

    /** How many callbacks were answered 503 so far, after the last try. */
    public long refused() {
        return journal.dropped().getOrDefault("503", 0L);
    }

    /** How often an instance took no connection so far, and the proxy tried the next one. */
    public long passedOver() {
        return journal.timesPassedOver();
    }

    /** How many faults there were so far. */
    public int faults() {
        return faults;
    }

    /** Lets something fail. */
    public void fault(String what, Runnable failure) {
        faults++;
        out.printf("    %5.1f s  %s%n", (System.nanoTime() - start) / 1e9, what);
        failure.run();
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Waits for something that is bound to come; what cannot be asked yet has not come yet. */
    public void await(String what, Callable<Boolean> come) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(come);
    }

    /** Waits until all processors are stopped in mid-batch, while attempts are held. */
    public void awaitMidBatch() {
        int running = world.services().runningProcessors().size();
        await("all processors in mid-batch", () -> world.waitingForLocks() >= running);
    }

    /** Fails the round where the scenario has not brought about what it is for. */
    public void require(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("The scenario has failed, not the product: " + what);
        }
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
