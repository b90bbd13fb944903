package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.simulation.PlannedCallback;
import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/** Calls without an end, all from one seed: the same seed and start give the same calls. */
final class CallStream {
    private final CallScenario scenario;
    private final Traffic traffic;

    CallStream(long seed, Traffic traffic, Instant start) {
        this.scenario = CallScenario.of(seed, traffic.mix(), start);
        this.traffic = traffic;
    }

    /**
     * One call.
     *
     * @param random draws what else becomes of the call
     */
    record StreamedCall(CallPlan plan, List<PlannedCallback> callbacks, SplittableRandom random) {
        boolean chance(double share) {
            return random.nextDouble() < share;
        }
    }

    List<UUID> campaigns() {
        return scenario.campaignIds();
    }

    StreamedCall call(int index) {
        Duration startAt = Duration.ofNanos((long) (index * 1e9 / traffic.callsPerSecond()));
        CallPlan plan = scenario.plan(index, startAt);
        SplittableRandom random = new SplittableRandom(scenario.seed() ^ (index * 0x9E3779B97L));
        List<PlannedCallback> callbacks = new ArrayList<>(plan.callbacks());
        if (random.nextDouble() < traffic.contested()) {
            callbacks.add(secondEnd(plan, random));
        }
        return new StreamedCall(plan, shown(callbacks, random), random);
    }

    /** Another end of the call, reported later in its sequence, at any time of the call. */
    private static PlannedCallback secondEnd(CallPlan plan, SplittableRandom random) {
        PlannedCallback last = plan.callbacks().getLast();
        StatusCallback like = last.callback();
        boolean failed = plan.expected().finalStatus() != CallStatus.FAILED;
        var end =
                new StatusCallback(
                        like.ids(),
                        like.line(),
                        failed ? CallStatus.FAILED : CallStatus.BUSY,
                        plan.expected().events().size(),
                        like.timestamp(),
                        new CallEnd(0, 500, null, null, null));
        long within = last.at().toNanos() + 1;
        return new PlannedCallback(end, Duration.ofNanos(random.nextLong(within)), false);
    }

    /** With the times that the provider's clocks show; a repetition shows the same one. */
    private List<PlannedCallback> shown(List<PlannedCallback> callbacks, SplittableRandom random) {
        Map<CallStatus, StatusCallback> once = new HashMap<>();
        return callbacks.stream()
                .map(
                        planned ->
                                new PlannedCallback(
                                        once.computeIfAbsent(
                                                planned.callback().status(),
                                                _ -> shown(planned.callback(), random)),
                                        planned.at(),
                                        planned.repetition()))
                .toList();
    }

    private StatusCallback shown(StatusCallback callback, SplittableRandom random) {
        return new StatusCallback(
                callback.ids(),
                callback.line(),
                callback.status(),
                callback.sequenceNumber(),
                traffic.clocks().show(callback.timestamp(), random),
                callback.end());
    }
}
