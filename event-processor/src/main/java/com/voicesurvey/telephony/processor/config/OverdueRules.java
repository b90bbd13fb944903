package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.RecordText;

import java.time.Duration;
import java.time.Instant;

/**
 * When a call is asked about: first {@code overdueAfter} past its expected end, then again after
 * twice {@code overdueAfter}, four times, and so on, {@link #LONGEST_WAIT} at most.
 *
 * @param expected how long a call is expected to take from when it was placed, or answered
 * @param overdueAfter how long after that its end counts as overdue
 * @param requests how often a call is asked about at most, from 1
 */
public record OverdueRules(Duration expected, Duration overdueAfter, int requests) {
    /** The longest {@code overdueAfter}, and the longest wait between two questions. */
    public static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(10);

    public OverdueRules {
        if (expected.isNegative()) {
            throw new IllegalArgumentException("a call is expected to take " + expected);
        }
        if (!overdueAfter.isPositive() || overdueAfter.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("an end is overdue after " + overdueAfter);
        }
        if (requests < 1) {
            throw new IllegalArgumentException("a call is asked about " + requests + " times");
        }
    }

    /** How often to look for calls to ask about: a fraction of the wait is of no matter. */
    public Duration interval() {
        return shorter(overdueAfter, LONGEST_INTERVAL);
    }

    /** How long after a call was placed, or answered, it is asked about first. */
    public Duration patience() {
        return expected.plus(overdueAfter);
    }

    /**
     * When a call is asked about again if its end is not there by then.
     *
     * @param asked how often it has been asked about, from 1
     */
    public Instant next(int asked, Instant now) {
        // more doublings than that are beyond the longest wait, and would overflow in the end
        return now.plus(
                shorter(overdueAfter.multipliedBy(1L << Math.min(asked, 20)), LONGEST_WAIT));
    }

    /** Whether the question of that number is the last about its call. */
    public boolean isLast(int asked) {
        return asked >= requests;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public String toString() {
        return RecordText.of(this, expected, overdueAfter, requests);
    }
}
