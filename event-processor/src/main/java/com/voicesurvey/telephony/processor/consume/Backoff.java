package com.voicesurvey.telephony.processor.consume;

import java.time.Duration;

/** Waits that double from one failure to the next, up to a longest one. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private int failures;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** The wait after one more failure. */
    public Duration next() {
        Duration wait = first.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    public void reset() {
        failures = 0;
    }
}
