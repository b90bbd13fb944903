package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 4: the dialogue starts at most once a call, and never for a call that has ended. */
class DialogueStartsOnceTest {
    private static final CallEvent ANSWERED = Report.of(EventType.ANSWERED).event();

    @ParameterizedTest
    @EnumSource(
            value = CallStage.class,
            names = {"PLANNED", "INITIATED", "RINGING"})
    void a_living_call_that_is_answered_starts_its_dialogue(CallStage stage) {
        CallState alive = Situation.dialled().at(stage, "whatever").state();

        assertThat(Fold.of(alive, ANSWERED).starts()).isEqualTo(1);
    }

    @Test
    void a_second_answer_starts_nothing() {
        assertThat(Fold.of(Situation.dialled().state(), ANSWERED, ANSWERED).starts()).isEqualTo(1);
    }

    @Test
    void a_late_ringing_between_two_answers_starts_nothing() {
        CallEvent ringing = Report.of(EventType.RINGING).event();

        assertThat(Fold.of(Situation.dialled().state(), ANSWERED, ringing, ANSWERED).starts())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "NO_ANSWER", "BUSY", "FAILED", "CANCELED"})
    void an_answer_after_the_end_starts_nothing(EventType end) {
        assertThat(Fold.of(Situation.dialled().state(), Report.of(end).event(), ANSWERED).starts())
                .isZero();
    }

    @Test
    void an_answer_after_an_unknown_end_starts_nothing() {
        CallState legacy = Situation.overBeforeEventsWereKept().state();

        assertThat(Fold.of(legacy, ANSWERED).starts()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"COMPLETED", "REFUSED"})
    void an_answer_after_the_dialogues_own_outcome_starts_nothing(CallOutcome outcome) {
        CallState decided = Situation.dialled().outcome(outcome).state();
        Fold after = Fold.of(decided, ANSWERED);

        assertThat(after.starts()).isZero();
        assertThat(after.attempt().stage()).isEqualTo(CallStage.ANSWERED);
        assertThat(after.attempt().answeredAt()).isEqualTo(Report.RECEIVED);
    }

    @Test
    void the_start_names_the_answer_that_caused_it() {
        assertThat(CallStateMachine.apply(Situation.dialled().state(), ANSWERED))
                .isInstanceOfSatisfying(
                        Transition.DialogueStarts.class,
                        start -> assertThat(start.cause()).isEqualTo(ANSWERED));
    }
}
