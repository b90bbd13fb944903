package com.voicesurvey.telephony.testbed.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class CallScenarioTest {
    private static final Instant START = Instant.parse("2026-02-12T11:48:25Z");
    private static final CallMix UNTIDY = new CallMix(1, 0.3, 0.3, 0.1);

    @Test
    void the_same_seed_gives_the_same_calls() {
        assertThat(plans(7, UNTIDY)).isEqualTo(plans(7, UNTIDY));
    }

    @Test
    void another_seed_gives_other_calls() {
        assertThat(plans(7, UNTIDY)).doesNotContainAnyElementsOf(plans(8, UNTIDY));
    }

    @Test
    void a_call_is_the_same_whichever_others_there_are() {
        var scenario = CallScenario.of(7, UNTIDY, START);

        assertThat(scenario.plan(3, Duration.ofSeconds(30)))
                .isEqualTo(scenario.plans(4, 0.1).getLast());
    }

    @Test
    void every_ending_occurs_in_its_share() {
        Map<CallEnding, Long> endings =
                plans(1, UNTIDY).stream()
                        .collect(Collectors.groupingBy(CallPlan::ending, Collectors.counting()));

        assertThat(endings).containsOnlyKeys(CallEnding.values());
        assertThat(endings.get(CallEnding.COMPLETED)).isBetween(300L, 460L);
    }

    @Test
    void what_is_expected_is_what_the_callbacks_tell_without_their_disorder() {
        for (CallPlan plan : plans(1, UNTIDY)) {
            ExpectedCall expected = plan.expected();
            List<StatusCallback> told =
                    plan.callbacks().stream().map(PlannedCallback::callback).toList();
            StatusCallback last =
                    told.stream()
                            .max(Comparator.comparingInt(StatusCallback::sequenceNumber))
                            .orElseThrow();

            assertThat(told.stream().map(StatusCallback::event).collect(Collectors.toSet()))
                    .isEqualTo(expected.events());
            assertThat(last.status()).isEqualTo(expected.finalStatus());
            assertThat(told.stream().anyMatch(c -> c.status() == CallStatus.IN_PROGRESS))
                    .isEqualTo(expected.answered());
            assertThat(expected.durationSeconds() != null)
                    .isEqualTo(expected.finalStatus() == CallStatus.COMPLETED);
            assertThat(last.body().contains("ErrorCode=")).isEqualTo(expected.errorCode() != null);
        }
    }

    @Test
    void an_orderly_mix_has_every_callback_once_and_in_order() {
        for (CallPlan plan : plans(1, CallMix.orderly())) {
            assertThat(plan.callbacks())
                    .noneMatch(PlannedCallback::repetition)
                    .extracting(callback -> callback.callback().status())
                    .isEqualTo(plan.ending().statuses());
        }
    }

    @Test
    void an_untidy_mix_repeats_overtakes_and_leaves_timestamps_out() {
        List<CallPlan> plans = plans(1, UNTIDY);

        assertThat(plans)
                .anyMatch(plan -> plan.callbacks().stream().anyMatch(PlannedCallback::repetition))
                .anyMatch(plan -> !isInOrder(plan))
                .anyMatch(plan -> plan.callbacks().getFirst().callback().timestamp() == null)
                .allMatch(
                        plan ->
                                plan.callbacks().stream()
                                        .map(PlannedCallback::at)
                                        .sorted()
                                        .toList()
                                        .equals(
                                                plan.callbacks().stream()
                                                        .map(PlannedCallback::at)
                                                        .toList()));
    }

    @Test
    void speed_shortens_calls_and_changes_nothing_else() {
        List<CallPlan> slow = plans(1, UNTIDY);
        List<CallPlan> fast = plans(1, UNTIDY.times(100));

        for (int i = 0; i < slow.size(); i++) {
            assertThat(fast.get(i).expected()).isEqualTo(slow.get(i).expected());
            assertThat(fast.get(i).callbacks().getLast().at().toMillis())
                    .isEqualTo(slow.get(i).callbacks().getLast().at().toMillis() / 100);
        }
    }

    @Test
    void all_calls_belong_to_the_campaigns_that_are_told() {
        var scenario = CallScenario.of(1, UNTIDY, START);

        assertThat(scenario.plans(50, 1))
                .extracting(plan -> plan.ids().campaignId())
                .hasSameElementsAs(scenario.campaignIds());
    }

    private static List<CallPlan> plans(long seed, CallMix mix) {
        return CallScenario.of(seed, mix, START).plans(1_000, 100);
    }

    private static boolean isInOrder(CallPlan plan) {
        var sequence =
                plan.callbacks().stream().map(planned -> planned.callback().sequenceNumber());
        return sequence.toList()
                .equals(
                        plan.callbacks().stream()
                                .map(planned -> planned.callback().sequenceNumber())
                                .sorted()
                                .toList());
    }
}
