package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The callbacks of all calls in the order in which they are due. */
record Schedule(List<Due> callbacks) {

    /**
     * A callback with its time.
     *
     * @param at from the simulation's start
     */
    record Due(StatusCallback callback, Duration at) {}

    static Schedule of(List<CallPlan> plans) {
        return new Schedule(
                plans.stream()
                        .flatMap(Schedule::due)
                        .sorted(Comparator.comparing(Due::at))
                        .toList());
    }

    private static Stream<Due> due(CallPlan plan) {
        return plan.callbacks().stream()
                .map(planned -> new Due(planned.callback(), plan.startAt().plus(planned.at())));
    }
}
