package com.voicesurvey.telephony.local.verify;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.ExpectedCall;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares how calls stand with how they truly ended. */
final class FinalStates {
    private final List<Difference> found = new ArrayList<>();

    private FinalStates() {}

    static List<Difference> compare(List<CallPlan> plans, List<HeldAttempt> attempts) {
        Map<String, HeldAttempt> byCall =
                attempts.stream()
                        .collect(Collectors.toMap(HeldAttempt::callId, Function.identity()));
        FinalStates states = new FinalStates();
        for (CallPlan plan : plans) {
            HeldAttempt attempt = byCall.get(plan.ids().callId());
            if (attempt == null) {
                states.differs(plan.ids().callId(), "the attempt", "there", "missing");
            } else {
                states.compare(plan, attempt);
            }
        }
        return states.found;
    }

    private void compare(CallPlan plan, HeldAttempt held) {
        String call = held.callId();
        ExpectedCall expected = plan.expected();
        String outcome = outcome(expected.finalStatus());
        same(call, "call_stage", "ended", held.stage());
        same(call, "provider_raw_status", expected.finalStatus().wireName(), held.rawStatus());
        same(call, "provider_call_id", plan.ids().callSid(), held.providerCallId());
        same(call, "answered", expected.answered(), held.answered());
        same(call, "ended", true, held.ended());
        same(call, "outcome", outcome, held.outcome());
        same(call, "error_code", expected.errorCode(), held.errorCode());
        same(call, "error_message", expected.errorMessage(), held.errorMessage());
        same(
                call,
                "duration_seconds",
                seconds(expected.durationSeconds()),
                seconds(held.durationSeconds()));
        same(
                call,
                "contact state",
                outcome == null ? "in_progress" : "not_reached",
                held.contactState());
        same(call, "contact last_outcome", outcome, held.contactOutcome());
    }

    /** Null where the dialogue has to say. */
    private static @Nullable String outcome(CallStatus end) {
        return switch (end) {
            case NO_ANSWER -> "no_answer";
            case BUSY -> "busy";
            case FAILED, CANCELED -> "failed";
            case COMPLETED -> null;
            case INITIATED, RINGING, IN_PROGRESS ->
                    throw new IllegalArgumentException("no end: " + end.wireName());
        };
    }

    /** Twilio reports 0 seconds for a call that was not answered, and so does the database. */
    private static int seconds(@Nullable Integer reported) {
        return reported == null ? 0 : reported;
    }

    private void same(String call, String what, @Nullable Object expected, @Nullable Object held) {
        if (!Objects.equals(expected, held)) {
            differs(call, what, expected, held);
        }
    }

    private void differs(
            String call, String what, @Nullable Object expected, @Nullable Object held) {
        found.add(new Difference(call, what, expected, held));
    }
}
