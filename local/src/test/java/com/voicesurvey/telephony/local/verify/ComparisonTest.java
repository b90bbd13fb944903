package com.voicesurvey.telephony.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;
import com.voicesurvey.telephony.testbed.twilio.CallEvent;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Each planted fault is counted where it belongs, and alone. */
class ComparisonTest {
    private final List<CallPlan> plans =
            CallScenario.of(1, CallMix.realistic(), Instant.EPOCH).plans(200, 10);
    private final Set<CallEvent> acknowledged =
            plans.stream()
                    .flatMap(plan -> plan.expected().events().stream())
                    .collect(Collectors.toSet());
    private final List<HeldAttempt> attempts =
            new ArrayList<>(plans.stream().map(ComparisonTest::attempt).toList());
    private final List<HeldEvent> events =
            new ArrayList<>(
                    acknowledged.stream()
                            .map(EventId::of)
                            .map(
                                    id ->
                                            new HeldEvent(
                                                    id.callId(),
                                                    id.providerCallId(),
                                                    id.type(),
                                                    false))
                            .toList());

    @Test
    void nothing_wrong() {
        Comparison comparison = compare();
        assertThat(comparison.isRight()).isTrue();
        assertThat(comparison.held()).isEqualTo(acknowledged.size());
        assertThat(comparison.attempts()).isEqualTo(200);
    }

    @Test
    void a_lost_event() {
        events.removeFirst();
        assertThat(compare().lost()).isEqualTo(1);
        assertThat(compare().isRight()).isFalse();
    }

    @Test
    void an_event_applied_twice() {
        events.add(events.getFirst());
        assertThat(compare().appliedTwice()).isEqualTo(1);
        assertThat(compare().isRight()).isFalse();
    }

    @Test
    void an_event_that_waits() {
        HeldEvent event = events.removeFirst();
        events.add(new HeldEvent(event.callId(), event.providerCallId(), event.type(), true));
        assertThat(compare().waiting()).isEqualTo(1);
        assertThat(compare().isRight()).isFalse();
    }

    @Test
    void an_event_from_nowhere() {
        events.add(new HeldEvent(events.getFirst().callId(), "CAother", "call.busy", false));
        assertThat(compare().unsent()).isEqualTo(1);
        assertThat(compare().isRight()).isFalse();
    }

    @Test
    void a_missing_attempt_and_a_contact_in_a_wrong_state() {
        attempts.removeFirst();
        HeldAttempt wrong = attempts.removeFirst();
        attempts.add(
                new HeldAttempt(
                        wrong.callId(),
                        wrong.stage(),
                        wrong.rawStatus(),
                        wrong.providerCallId(),
                        wrong.answered(),
                        wrong.ended(),
                        wrong.durationSeconds(),
                        wrong.outcome(),
                        wrong.errorCode(),
                        wrong.errorMessage(),
                        "pending",
                        wrong.contactOutcome()));
        assertThat(compare().differing()).isEqualTo(2);
        assertThat(compare().isRight()).isFalse();
    }

    private Comparison compare() {
        return Comparison.of(plans, acknowledged, new Holdings(attempts, events), null);
    }

    private static HeldAttempt attempt(CallPlan plan) {
        String outcome =
                switch (plan.expected().finalStatus()) {
                    case NO_ANSWER -> "no_answer";
                    case BUSY -> "busy";
                    case FAILED, CANCELED -> "failed";
                    default -> null;
                };
        return new HeldAttempt(
                plan.ids().callId(),
                "ended",
                plan.expected().finalStatus().wireName(),
                plan.ids().callSid(),
                plan.expected().answered(),
                true,
                plan.expected().durationSeconds(),
                outcome,
                plan.expected().errorCode(),
                plan.expected().errorMessage(),
                outcome == null ? "in_progress" : "not_reached",
                outcome);
    }
}
