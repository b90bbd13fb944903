package com.voicesurvey.telephony.local.faults.load;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What the provider's times are like. */
public enum Clocks {
    /** As they were. */
    RIGHT,
    /** In the future, in the past, absent, and another way for each event of a call. */
    WRONG;

    private static final Duration[] OFF = {
        Duration.ofSeconds(-90),
        Duration.ofHours(5),
        Duration.ofDays(-1),
        Duration.ofDays(3),
        Duration.ofDays(-400),
        Duration.ofDays(3_650)
    };

    @Nullable Instant show(@Nullable Instant time, RandomGenerator random) {
        return switch (this) {
            case RIGHT -> time;
            case WRONG -> {
                int drawn = random.nextInt(OFF.length + 1);
                yield time == null || drawn == OFF.length ? null : time.plus(OFF[drawn]);
            }
        };
    }
}
