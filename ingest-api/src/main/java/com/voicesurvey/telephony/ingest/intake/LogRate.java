package com.voicesurvey.telephony.ingest.intake;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets one line of a kind through in each period, so that a stranger cannot fill the disk with
 * them, and counts those that it held back.
 */
final class LogRate {
    private final long period;
    private final LongSupplier nanoTime;
    private final AtomicLong next;
    private final AtomicLong heldBack = new AtomicLong();

    LogRate(Duration period, LongSupplier nanoTime) {
        this.period = period.toNanos();
        this.nanoTime = nanoTime;
        this.next = new AtomicLong(nanoTime.getAsLong());
    }

    /** How many lines were held back since the last one; empty if this one is to be held back. */
    OptionalLong admit() {
        long now = nanoTime.getAsLong();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + period)) {
            heldBack.incrementAndGet();
            return OptionalLong.empty();
        }
        return OptionalLong.of(heldBack.getAndSet(0));
    }
}
