package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;

/** What each event does to a call on its own: the table of event types. */
class EventEffectTest {
    private static final Instant TIME = Instant.parse("2026-02-12T11:48:41Z");

    @ParameterizedTest
    @EnumSource
    void what_a_detection_found_changes_nothing_at_any_stage(CallStage stage) {
        CallState state = Situation.dialled().at(stage, "whatever").state();
        CallEvent detected = Report.of(EventType.MACHINE_DETECTED).event();
        assertThat(CallStateMachine.apply(state, detected)).isEqualTo(new Transition.Noted());
    }

    @ParameterizedTest
    @CsvSource({"INITIATED, initiated", "INITIATED, queued", "RINGING, ringing"})
    void progress_moves_the_stage_and_the_raw_status_and_nothing_else(
            EventType type, String status) {
        CallState before = Situation.dialled().state();

        Transition transition =
                CallStateMachine.apply(before, Report.of(type).status(status).at(TIME).event());

        assertThat(transition)
                .isEqualTo(
                        new Transition.Advanced(
                                Situation.dialled().at(type.stage(), status).state()));
    }

    @Test
    void an_answer_notes_its_time_and_starts_the_dialogue() {
        CallEvent answered = Report.of(EventType.ANSWERED).at(TIME).event();

        assertThat(CallStateMachine.apply(Situation.dialled().state(), answered))
                .isEqualTo(
                        new Transition.DialogueStarts(
                                Situation.dialled()
                                        .at(CallStage.ANSWERED, "in-progress")
                                        .answeredAt(TIME)
                                        .state(),
                                (CallEvent.Answered) answered));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, completed, ",
        "NO_ANSWER, no-answer, NO_ANSWER",
        "BUSY, busy, BUSY",
        "FAILED, failed, FAILED",
        "CANCELED, canceled, FAILED"
    })
    void an_end_notes_how_and_when_and_what_came_of_the_attempt(
            EventType type, String status, @Nullable CallOutcome outcome) {
        ProviderError error = new ProviderError("13224", "invalid number");
        Duration duration = Duration.ofSeconds(13);

        CallAttempt ended =
                Fold.of(
                                Situation.dialled().state(),
                                Report.of(type)
                                        .at(TIME)
                                        .sequence(3)
                                        .lasting(duration)
                                        .error(error)
                                        .event())
                        .attempt();

        assertThat(ended.stage()).isEqualTo(CallStage.ENDED);
        assertThat(ended.rawStatus()).isEqualTo(status);
        assertThat(ended.outcome()).isEqualTo(outcome);
        assertThat(ended.ending()).isEqualTo(new Ending(type, TIME, 3, TIME, duration, error));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_ANSWER", "BUSY", "FAILED", "CANCELED"})
    void a_contact_that_was_not_reached_is_told_so(EventType type) {
        Fold after = Fold.of(Situation.dialled().state(), Report.of(type).event());

        assertThat(after.contact())
                .isEqualTo(
                        new ContactStanding(ContactState.NOT_REACHED, after.attempt().outcome()));
        assertThat(after.attempt().contactBefore()).isEqualTo(Situation.DIALLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"INITIATED", "RINGING", "ANSWERED", "COMPLETED"})
    void every_other_event_leaves_the_contact_as_it_is(EventType type) {
        Fold after = Fold.of(Situation.dialled().state(), Report.of(type).event());

        assertThat(after.contact()).isEqualTo(Situation.DIALLED);
        assertThat(after.attempt().contactBefore()).isNull();
    }

    @Test
    void without_the_providers_time_the_time_of_receipt_is_noted() {
        CallAttempt ended =
                Fold.of(
                                Situation.dialled().state(),
                                Report.of(EventType.ANSWERED).event(),
                                Report.of(EventType.COMPLETED).event())
                        .attempt();

        assertThat(ended.answeredAt()).isEqualTo(Report.RECEIVED);
        assertThat(ended.ending())
                .isEqualTo(
                        new Ending(EventType.COMPLETED, Report.RECEIVED, null, null, null, null));
    }

    @Test
    void stages_may_be_skipped() {
        Fold after =
                Fold.of(
                        Situation.dialled().state(),
                        Report.of(EventType.ANSWERED).at(TIME).event());

        assertThat(after.attempt().stage()).isEqualTo(CallStage.ANSWERED);
    }
}
