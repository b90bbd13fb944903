package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.Line;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Everything that one simulated call will do.
 *
 * @param startAt when its first callback is due, from the simulation's start
 * @param callbacks the requests to make, sorted by time
 * @param expected the truth about the call, which no disorder of the requests changes
 */
public record CallPlan(
        CallIds ids,
        Line line,
        CallEnding ending,
        Duration startAt,
        List<PlannedCallback> callbacks,
        ExpectedCall expected) {

    public CallPlan {
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(startAt, "startAt");
        callbacks = List.copyOf(callbacks);
        Objects.requireNonNull(expected, "expected");
    }

    /** The same course of another call. */
    public CallPlan of(CallIds otherIds, Line otherLine) {
        return new CallPlan(
                otherIds,
                otherLine,
                ending,
                startAt,
                callbacks.stream().map(planned -> planned.of(otherIds, otherLine)).toList(),
                expected.of(otherIds));
    }
}
