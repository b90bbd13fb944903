package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallEvent;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plans calls: the same seed, mix and start give the same calls, ids included.
 *
 * @param seed to be another one for every run against the same database
 * @param start the date of the first callback; timestamps follow the plan's compressed time
 * @param campaigns how many campaigns the calls are spread over, at least 1
 * @param accountSid Twilio's id of the account
 */
public record CallScenario(
        long seed, CallMix mix, Instant start, int campaigns, String accountSid) {

    /** A made-up account. */
    public static final String ACCOUNT_SID = "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public CallScenario {
        if (campaigns < 1) {
            throw new IllegalArgumentException("campaigns must be at least 1, not " + campaigns);
        }
    }

    /** Three campaigns of a made-up account. */
    public static CallScenario of(long seed, CallMix mix, Instant start) {
        return new CallScenario(seed, mix, start, 3, ACCOUNT_SID);
    }

    /** The calls of a run, started evenly. */
    public List<CallPlan> plans(int calls, double callsPerSecond) {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("callsPerSecond must be positive");
        }
        return IntStream.range(0, calls)
                .mapToObj(i -> plan(i, Duration.ofNanos((long) (i * 1e9 / callsPerSecond))))
                .toList();
    }

    /** The ids of all campaigns. */
    public List<UUID> campaignIds() {
        var drawing = new CallDrawing(new SplittableRandom(seed));
        return IntStream.range(0, campaigns).mapToObj(_ -> drawing.uuid()).toList();
    }

    /**
     * One call of the scenario.
     *
     * @param index which one, at least 0; independent of all others
     * @param startAt when it starts, from the simulation's start
     */
    public CallPlan plan(int index, Duration startAt) {
        var drawing = new CallDrawing(new SplittableRandom(Long.rotateLeft(seed, 32) + index + 1));
        CallIds ids = drawing.ids(campaignIds().get(index % campaigns));
        Line line = drawing.line(accountSid);
        CallEnding ending = CallEnding.draw(drawing.random());
        CallEnd end = drawing.end(ending);
        boolean dated = !drawing.chance(mix.withoutTimestamp());

        var tidy = new ArrayList<PlannedCallback>();
        Duration real = Duration.ZERO;
        for (CallStatus status : ending.statuses()) {
            real = real.plus(drawing.until(status, ending, end));
            Duration at = compressed(real, mix);
            var callback =
                    new StatusCallback(
                            ids,
                            line,
                            status,
                            tidy.size(),
                            dated ? start.plus(startAt).plus(at) : null,
                            status.isTerminal() ? end : null);
            tidy.add(new PlannedCallback(callback, at, false));
        }
        List<PlannedCallback> untidy = new Disorder(mix, drawing).of(tidy);
        return new CallPlan(ids, line, ending, startAt, untidy, expected(ids, ending, end));
    }

    static Duration compressed(Duration real, CallMix mix) {
        return Duration.ofNanos((long) (real.toNanos() / mix.speedUp()));
    }

    private static ExpectedCall expected(CallIds ids, CallEnding ending, CallEnd end) {
        return new ExpectedCall(
                ending.statuses().getLast(),
                ending.answered(),
                ending.answered() ? end.seconds() : null,
                end.errorCode(),
                end.errorMessage(),
                ending.statuses().stream()
                        .map(status -> new CallEvent(ids.callId(), ids.callSid(), status))
                        .collect(Collectors.toSet()));
    }
}
