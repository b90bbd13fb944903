package com.voicesurvey.telephony.ingest.ops;

import com.voicesurvey.telephony.ingest.publish.Keeping;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds readiness back for the moment that a start needs to find Kafka, so that the first callbacks
 * do not take the way over the spool. A service that is started while Kafka is away is ready after
 * that moment all the same: it can keep what it is sent.
 */
final class FirstContact {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanoTime;
    private final long start;
    private volatile boolean made;

    FirstContact(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    Health judge(Keeping keeping) {
        if (keeping instanceof Keeping.Direct) {
            made = true;
        }
        Health health = Health.of(keeping);
        boolean starting = !made && nanoTime.getAsLong() - start < PATIENCE.toNanos();
        return starting && health instanceof Health.Degraded(String reason)
                ? new Health.Down("starting: " + reason)
                : health;
    }
}
