package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Objects;

/**
 * Rule 5: telephony never overwrites an outcome that the dialogue set, nor a contact that is
 * completed, refused or excluded.
 */
class DialogueOwnsOutcomeTest {
    private static final CallEvent BUSY = Report.of(EventType.BUSY).sequence(2).event();

    @ParameterizedTest
    @EnumSource(
            value = CallOutcome.class,
            names = {"COMPLETED", "REFUSED"})
    void the_dialogues_outcome_stands_and_the_contact_is_its_to_change(CallOutcome outcome) {
        CallState decided =
                Situation.dialled().at(CallStage.ANSWERED, "in-progress").outcome(outcome).state();

        Fold after = Fold.of(decided, BUSY);

        assertThat(after.attempt().outcome()).isEqualTo(outcome);
        assertThat(after.attempt().stage()).isEqualTo(CallStage.ENDED);
        assertThat(after.contact()).isEqualTo(Situation.DIALLED);
        assertThat(after.attempt().contactBefore()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactState.class,
            names = {"COMPLETED", "REFUSED", "EXCLUDED"})
    void a_settled_contact_stays_as_it_is(ContactState settled) {
        CallState state = Situation.dialled().contact(settled, CallOutcome.NO_ANSWER).state();

        Fold after = Fold.of(state, BUSY);

        assertThat(after.contact()).isEqualTo(new ContactStanding(settled, CallOutcome.NO_ANSWER));
        assertThat(after.attempt().outcome()).isEqualTo(CallOutcome.BUSY);
        assertThat(after.attempt().contactBefore()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContactState.class,
            names = {"PENDING", "IN_PROGRESS", "NOT_REACHED"})
    void any_other_contact_becomes_not_reached(ContactState open) {
        CallState state = Situation.dialled().contact(open, null).state();

        assertThat(Fold.of(state, BUSY).contact())
                .isEqualTo(new ContactStanding(ContactState.NOT_REACHED, CallOutcome.BUSY));
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, COMPLETED", "REFUSED, REFUSED"})
    void what_the_dialogue_decides_between_two_ends_stands_against_the_second(
            CallOutcome outcome, ContactState settled) {
        CallState busy = Fold.of(Situation.dialled().state(), BUSY).state();
        ContactStanding decided = new ContactStanding(settled, outcome);
        Ending ending = Objects.requireNonNull(busy.attempt().ending());
        CallState meanwhile =
                new CallState(
                        busy.attempt().ended(ending, outcome, busy.attempt().contactBefore()),
                        busy.contact().with(decided));

        Fold after = Fold.of(meanwhile, Report.of(EventType.FAILED).sequence(1).event());

        assertThat(after.attempt().outcome()).isEqualTo(outcome);
        assertThat(after.contact()).isEqualTo(decided);
    }
}
