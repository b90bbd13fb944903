package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;

/** Rule 3: among several ends the first stands, whatever order they arrive in. */
class SeveralEndsTest {
    private static final String EARLY = "2026-02-12T11:48:25Z";
    private static final String LATE = "2026-02-12T11:48:41Z";

    @Test
    void the_lowest_sequence_number_stands_whatever_the_times_say() {
        assertStands(
                Report.of(EventType.BUSY).sequence(2).at(LATE).event(),
                Report.of(EventType.FAILED).sequence(3).at(EARLY).event());
    }

    @Test
    void a_sequence_number_stands_against_none() {
        assertStands(
                Report.of(EventType.BUSY).sequence(2).at(LATE).event(),
                Report.of(EventType.FAILED).at(EARLY).event());
    }

    @Test
    void of_equal_sequence_numbers_the_earliest_time_stands() {
        assertStands(
                Report.of(EventType.FAILED).sequence(0).at(EARLY).event(),
                Report.of(EventType.BUSY).sequence(0).at(LATE).event());
    }

    @Test
    void without_sequence_numbers_the_earliest_time_stands() {
        assertStands(
                Report.of(EventType.FAILED).at(EARLY).event(),
                Report.of(EventType.BUSY).at(LATE).event());
    }

    @Test
    void a_time_stands_against_none() {
        assertStands(
                Report.of(EventType.FAILED).at(LATE).event(), Report.of(EventType.BUSY).event());
    }

    @Test
    void when_receipt_was_says_nothing() {
        assertStands(
                Report.of(EventType.BUSY).event(),
                Report.of(EventType.FAILED).receivedAt(Report.RECEIVED.minusSeconds(60)).event());
    }

    @Test
    void a_completed_that_was_first_takes_back_what_a_busy_did() {
        CallState dialled =
                Situation.dialled().contact(ContactState.PENDING, CallOutcome.NO_ANSWER).state();
        Fold after =
                Fold.of(
                        dialled,
                        Report.of(EventType.BUSY).sequence(2).event(),
                        Report.of(EventType.COMPLETED).sequence(1).event());

        assertThat(after.attempt().outcome()).isNull();
        assertThat(after.attempt().contactBefore()).isNull();
        assertThat(after.contact())
                .isEqualTo(new ContactStanding(ContactState.PENDING, CallOutcome.NO_ANSWER));
    }

    @Test
    void what_others_did_to_the_contact_since_is_not_taken_back() {
        CallState busy =
                Fold.of(Situation.dialled().state(), Report.of(EventType.BUSY).sequence(2).event())
                        .state();
        ContactStanding rescheduled = new ContactStanding(ContactState.PENDING, CallOutcome.BUSY);
        CallState meanwhile = new CallState(busy.attempt(), busy.contact().with(rescheduled));

        Fold after = Fold.of(meanwhile, Report.of(EventType.COMPLETED).sequence(1).event());

        assertThat(after.contact()).isEqualTo(rescheduled);
    }

    @Test
    void an_end_from_before_events_were_kept_stands_against_all() {
        CallState legacy = Situation.overBeforeEventsWereKept().state();
        CallEvent end = Report.of(EventType.BUSY).sequence(0).at("1970-01-01T00:00:00Z").event();

        assertThat(CallStateMachine.apply(legacy, end)).isEqualTo(new Transition.Overtaken(legacy));
    }

    private static void assertStands(CallEvent first, CallEvent other) {
        CallState dialled = Situation.dialled().state();
        CallState alone = Fold.of(dialled, first).state();

        assertThat(Fold.of(dialled, first, other).state()).isEqualTo(alone);
        assertThat(Fold.of(dialled, other, first).state()).isEqualTo(alone);
    }
}
