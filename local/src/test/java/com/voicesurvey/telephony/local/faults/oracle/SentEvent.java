package com.voicesurvey.telephony.local.faults.oracle;

import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * An event as it was sent, all its deliveries taken together.
 *
 * @param firstSent when it was first sent, in nanoseconds of one clock
 * @param acknowledged when it was first answered 2xx; null if it never was
 * @param receivers which instances it was sent to
 */
public record SentEvent(
        StatusCallback callback,
        long firstSent,
        @Nullable Long acknowledged,
        Set<Integer> receivers) {

    public SentEvent {
        Objects.requireNonNull(callback, "callback");
        receivers = Set.copyOf(receivers);
    }

    /** The same event after one delivery more. */
    public SentEvent plus(SentEvent other) {
        Set<Integer> both = new HashSet<>(receivers);
        both.addAll(other.receivers);
        return new SentEvent(
                callback,
                Math.min(firstSent, other.firstSent),
                earlier(acknowledged, other.acknowledged),
                both);
    }

    /** What it is known by. */
    public EventId id() {
        return EventId.of(callback);
    }

    /** Whether it was acknowledged before the other one was first sent, by the same instance. */
    boolean precedes(SentEvent other) {
        return acknowledged != null
                && acknowledged < other.firstSent
                && receivers.size() == 1
                && receivers.equals(other.receivers);
    }

    private static @Nullable Long earlier(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }
}
