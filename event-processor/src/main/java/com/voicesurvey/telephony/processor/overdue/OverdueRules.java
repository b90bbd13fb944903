package com.voicesurvey.telephony.processor.overdue;

import java.time.Duration;
import java.time.Instant;

/**
 * When a call is asked about.
 *
 * @param patience how long after a call began, or was answered, its end counts as overdue; the
 *     first question is asked then
 * @param requests how often at most
 */
public record OverdueRules(Duration patience, int requests) {
    private static final Duration LONGEST = Duration.ofHours(6);

    /** Twice as long after each question, for six hours at most. */
    Instant next(int asked, Instant now) {
        Duration wait = patience.multipliedBy(1L << Math.min(asked, 20));
        return now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }

    boolean isLast(int asked) {
        return asked >= requests;
    }
}
