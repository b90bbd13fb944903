package com.voicesurvey.telephony.ingest.http;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests being worked on, up to a limit. */
public final class InFlight {
    private final int limit;
    private final AtomicInteger count = new AtomicInteger();

    public InFlight(int limit) {
        this.limit = limit;
    }

    boolean isFull() {
        return count.get() >= limit;
    }

    /** Whether there was room; {@link #leave} then has to follow. */
    boolean tryEnter() {
        if (count.incrementAndGet() <= limit) {
            return true;
        }
        count.decrementAndGet();
        return false;
    }

    void leave() {
        count.decrementAndGet();
    }

    public int current() {
        return count.get();
    }
}
