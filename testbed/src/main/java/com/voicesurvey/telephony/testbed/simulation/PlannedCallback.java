package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Duration;
import java.util.Objects;

/**
 * One request to be made.
 *
 * @param at when, from the call's start; never negative
 * @param repetition whether the same callback is planned a first time as well
 */
public record PlannedCallback(StatusCallback callback, Duration at, boolean repetition) {

    public PlannedCallback {
        Objects.requireNonNull(callback, "callback");
        if (at.isNegative()) {
            throw new IllegalArgumentException("at must not be negative: " + at);
        }
    }

    PlannedCallback of(CallIds ids, Line line) {
        return new PlannedCallback(
                new StatusCallback(
                        ids,
                        line,
                        callback.status(),
                        callback.sequenceNumber(),
                        callback.timestamp(),
                        callback.end()),
                at,
                repetition);
    }

    PlannedCallback postponedTo(Duration later) {
        return new PlannedCallback(callback, later, repetition);
    }

    PlannedCallback repeatedAt(Duration later) {
        return new PlannedCallback(callback, later, true);
    }
}
