package com.voicesurvey.telephony.local.run;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish that the program ends, made once and from any thread. */
public final class StopSignal {
    private final CountDownLatch wish = new CountDownLatch(1);
    private final CompletableFuture<Void> follow = new CompletableFuture<>();

    public void request() {
        wish.countDown();
        follow.complete(null);
    }

    public boolean requested() {
        return wish.getCount() == 0;
    }

    /** Waits until it is requested, at most for that time; says whether it is. */
    public boolean await(Duration atMost) {
        try {
            return wish.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until it is requested, or the thread is interrupted. */
    public void await() {
        try {
            wish.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has that done once it is requested; at once if it is already. */
    public void then(Runnable action) {
        var _ = follow.thenRun(action);
    }

    /**
     * Returns if the program is to go on.
     *
     * @throws RunFailedException otherwise
     */
    public void check() {
        if (requested()) {
            throw new RunFailedException("Stopped.");
        }
    }
}
