package com.voicesurvey.telephony.ingest.reconcile;

import java.time.Duration;

/** A wait that doubles each time, up to a longest one, until something has gone well. */
final class BackOff {
    private final Duration shortest;
    private final Duration longest;
    private Duration next;

    BackOff(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    /** How long to wait now. */
    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return now;
    }

    void reset() {
        next = shortest;
    }
}
