package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Rule 2: a call never goes back; a late event fills in what it alone knows. */
class LateEventTest {
    private static final CallEvent INITIATED = Report.of(EventType.INITIATED).event();
    private static final CallEvent RINGING = Report.of(EventType.RINGING).event();
    private static final CallEvent ANSWERED =
            Report.of(EventType.ANSWERED).at("2026-02-12T11:48:41Z").event();
    private static final CallEvent COMPLETED = Report.of(EventType.COMPLETED).event();
    private static final CallEvent NO_ANSWER = Report.of(EventType.NO_ANSWER).event();

    @Test
    void a_late_ringing_changes_nothing() {
        CallState ended = Fold.of(Situation.dialled().state(), NO_ANSWER).state();

        assertThat(CallStateMachine.apply(ended, RINGING))
                .isEqualTo(new Transition.Overtaken(ended));
    }

    @Test
    void a_late_initiated_does_not_take_the_raw_status_back() {
        CallState ringing = Fold.of(Situation.dialled().state(), RINGING).state();

        assertThat(CallStateMachine.apply(ringing, INITIATED))
                .isEqualTo(new Transition.Overtaken(ringing));
    }

    @Test
    void a_late_answer_fills_in_when_it_was_and_nothing_else() {
        CallState ended = Fold.of(Situation.dialled().state(), COMPLETED).state();

        assertThat(CallStateMachine.apply(ended, ANSWERED))
                .isEqualTo(
                        new Transition.Overtaken(
                                ended.with(
                                        ended.attempt()
                                                .answered(Instant.parse("2026-02-12T11:48:41Z")))));
    }

    @Test
    void a_late_answer_does_not_move_an_answer_that_is_known() {
        Instant known = Instant.parse("2026-02-12T11:00:00Z");
        CallState answered =
                Situation.dialled().at(CallStage.ANSWERED, "in-progress").answeredAt(known).state();

        assertThat(Fold.of(answered, ANSWERED).attempt().answeredAt()).isEqualTo(known);
    }

    @Test
    void the_first_event_of_a_call_names_its_leg_even_when_overtaken() {
        CallState legacy = Situation.overBeforeEventsWereKept().legUnknown().state();

        assertThat(Fold.of(legacy, RINGING).attempt().providerCallId()).isEqualTo(Report.LEG);
    }
}
