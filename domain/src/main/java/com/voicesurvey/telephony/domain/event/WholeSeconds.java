package com.voicesurvey.telephony.domain.event;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * The rule that a reported duration obeys: whole seconds from 0 to 2147483647, which is what its
 * column and its field in records hold.
 */
public final class WholeSeconds {
    private WholeSeconds() {}

    /** What is wrong with the value, named for a person, or null if nothing is. */
    public static @Nullable String problem(String name, Duration value) {
        if (value.isNegative()) {
            return name + " is negative: " + value;
        }
        if (value.toNanosPart() != 0) {
            return name + " is not in whole seconds: " + value;
        }
        if (value.toSeconds() > Integer.MAX_VALUE) {
            return name + " is longer than " + Integer.MAX_VALUE + " seconds";
        }
        return null;
    }

    static void require(String name, @Nullable Duration value) {
        String problem = value == null ? null : problem(name, value);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }
}
