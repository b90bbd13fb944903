package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 6: a contact is touched only by its latest attempt. */
class LatestAttemptTest {
    @ParameterizedTest
    @EnumSource
    void a_straggler_of_attempt_1_says_nothing_about_attempt_2(EventType type) {
        Fold after = Fold.of(Situation.dialled().attempt(1, 2).state(), Report.of(type).event());

        assertThat(after.contact()).isEqualTo(Situation.DIALLED);
        assertThat(after.attempt().stage()).isEqualTo(type.stage());
    }

    @Test
    void the_attempt_itself_still_ends() {
        CallAttempt after =
                Fold.of(
                                Situation.dialled().attempt(1, 2).state(),
                                Report.of(EventType.BUSY).event())
                        .attempt();

        assertThat(after.stage()).isEqualTo(CallStage.ENDED);
        assertThat(after.outcome()).isEqualTo(CallOutcome.BUSY);
    }

    @Test
    void the_latest_attempt_touches_the_contact() {
        Fold after =
                Fold.of(
                        Situation.dialled().attempt(2, 2).state(),
                        Report.of(EventType.BUSY).event());

        assertThat(after.contact())
                .isEqualTo(new ContactStanding(ContactState.NOT_REACHED, CallOutcome.BUSY));
    }

    @Test
    void an_earlier_end_takes_nothing_back_once_there_is_a_later_attempt() {
        CallState busy =
                Fold.of(Situation.dialled().state(), Report.of(EventType.BUSY).sequence(2).event())
                        .state();
        CallState overtaken =
                new CallState(
                        busy.attempt(),
                        new Contact(busy.contact().id(), busy.contact().standing(), 2));

        Fold after = Fold.of(overtaken, Report.of(EventType.COMPLETED).sequence(1).event());

        assertThat(after.contact()).isEqualTo(busy.contact().standing());
        assertThat(after.attempt().outcome()).isNull();
    }
}
