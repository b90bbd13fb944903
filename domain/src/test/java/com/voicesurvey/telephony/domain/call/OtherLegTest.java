package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 7: a child leg is recorded, never applied. */
class OtherLegTest {
    private static final ProviderCallId OTHER =
            new ProviderCallId("CA92eb5ffee6ae2fec3ad71c777531578f");

    @ParameterizedTest
    @EnumSource
    void a_child_leg_is_not_applied(EventType type) {
        assertThat(
                        CallStateMachine.apply(
                                Situation.dialled().state(),
                                Report.of(type).leg(OTHER).childOf(Report.LEG).event()))
                .isEqualTo(new Transition.OtherLeg());
    }

    @ParameterizedTest
    @EnumSource
    void another_call_sid_than_the_attempts_is_not_applied(EventType type) {
        assertThat(
                        CallStateMachine.apply(
                                Situation.dialled().state(), Report.of(type).leg(OTHER).event()))
                .isEqualTo(new Transition.OtherLeg());
    }

    @Test
    void a_child_leg_does_not_become_the_attempts_leg() {
        CallState unknown = Situation.dialled().legUnknown().state();

        assertThat(
                        CallStateMachine.apply(
                                unknown,
                                Report.of(EventType.ANSWERED)
                                        .leg(OTHER)
                                        .childOf(Report.LEG)
                                        .event()))
                .isEqualTo(new Transition.OtherLeg());
    }

    @Test
    void the_first_leg_that_reports_becomes_the_attempts_leg() {
        Fold after =
                Fold.of(
                        Situation.dialled().legUnknown().state(),
                        Report.of(EventType.INITIATED).event());

        assertThat(after.attempt().providerCallId()).isEqualTo(Report.LEG);
        assertThat(
                        CallStateMachine.apply(
                                after.state(), Report.of(EventType.BUSY).leg(OTHER).event()))
                .isEqualTo(new Transition.OtherLeg());
    }
}
