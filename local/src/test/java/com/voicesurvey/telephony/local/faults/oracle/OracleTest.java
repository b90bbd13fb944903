package com.voicesurvey.telephony.local.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.faults.oracle.Finding.Kind;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import org.junit.jupiter.api.Test;

/** The oracle notices each way in which the product could be wrong. */
class OracleTest {
    private final Case calls =
            Case.of(CallStatus.INITIATED, CallStatus.IN_PROGRESS, CallStatus.COMPLETED);

    @Test
    void all_as_it_should_be_is_right() {
        Verdict verdict = calls.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.acknowledged()).isEqualTo(3);
        assertThat(verdict.dialogues()).isEqualTo(1);
    }

    @Test
    void an_acknowledged_event_that_is_not_on_the_topic_is_lost() {
        calls.topic.removeIf(row -> row.type().equals("call.initiated"));
        calls.ledger.removeIf(row -> row.id().type().equals("call.initiated"));
        calls.assertFindings(Kind.LOST, "call.initiated was acknowledged");
    }

    @Test
    void an_event_that_is_on_the_topic_and_not_in_the_ledger_is_lost() {
        calls.ledger.removeIf(row -> row.id().type().equals("call.initiated"));
        calls.assertFindings(Kind.LOST, "call.initiated is on the topic, not in the ledger");
    }

    @Test
    void an_event_that_is_in_the_ledger_twice_is_doubled() {
        calls.ledger.add(calls.ledger.getFirst());
        calls.assertFindings(Kind.DOUBLED, "call.initiated is in the ledger twice");
    }

    @Test
    void an_event_that_is_on_the_topic_twice_and_applied_once_is_right() {
        calls.topic.add(calls.topic.getFirst());
        assertThat(calls.verdict().findings()).isEmpty();
    }

    @Test
    void an_event_that_was_never_applied_is_lost() {
        HeldEvent first = calls.ledger.removeFirst();
        calls.ledger.add(new HeldEvent(first.id(), false));
        calls.assertFindings(Kind.LOST, "call.initiated was never applied");
    }

    @Test
    void a_dialogue_that_did_not_start_is_lost() {
        calls.dialogues.clear();
        calls.assertFindings(Kind.LOST, "its dialogue was not started");
    }

    @Test
    void a_dialogue_with_two_ids_is_doubled_and_one_that_came_twice_is_not() {
        TopicRecord start = calls.dialogues.getFirst();
        calls.dialogues.add(start);
        assertThat(calls.verdict().findings()).isEmpty();
        calls.dialogues.add(new TopicRecord(start.callId(), start.type(), "another"));
        calls.assertFindings(Kind.DOUBLED, "its dialogue was started with 2 ids");
    }

    @Test
    void a_dialogue_too_many_is_wrong() {
        Case busy = Case.of(CallStatus.INITIATED, CallStatus.BUSY);
        busy.dialogues.add(new TopicRecord(Case.CALL, "dialogue.start", "id"));
        busy.assertFindings(Kind.WRONG, "its dialogue was started, and was not to be");
    }

    @Test
    void a_dialogue_of_a_call_whose_answer_came_behind_its_end_is_wrong() {
        Case late = Case.of(CallStatus.INITIATED, CallStatus.COMPLETED, CallStatus.IN_PROGRESS);
        assertThat(late.verdict().findings()).isEmpty();
        late.dialogues.add(new TopicRecord(Case.CALL, "dialogue.start", "id"));
        late.assertFindings(Kind.WRONG, "its dialogue was started, and was not to be");
    }

    @Test
    void a_wrong_final_state_is_wrong() {
        calls.change("call_stage", "answered");
        calls.assertFindings(Kind.WRONG, "call_stage should be ended and is answered");
    }

    @Test
    void a_contact_that_was_touched_wrongly_is_wrong() {
        calls.change("contact state", "not_reached");
        calls.assertFindings(Kind.WRONG, "contact state should be in_progress and is not_reached");
    }

    @Test
    void a_missing_attempt_is_lost_and_one_of_nobody_is_wrong() {
        CallRow row = calls.attempts.removeFirst();
        calls.assertFindings(Kind.LOST, "its attempt is missing");
        calls.attempts.add(row);
        calls.attempts.add(new CallRow("another call", row.columns()));
        calls.assertFindings(Kind.WRONG, "an attempt that nobody has planned");
    }

    @Test
    void an_event_that_was_not_acknowledged_may_be_nowhere() {
        Case lost = Case.of(CallStatus.INITIATED, CallStatus.IN_PROGRESS);
        lost.unacknowledged(CallStatus.COMPLETED);
        assertThat(lost.verdict().findings()).isEmpty();
    }

    @Test
    void an_event_that_was_not_acknowledged_may_be_everywhere() {
        calls.forgetAcknowledgements();
        Verdict verdict = calls.verdict();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.acknowledged()).isZero();
    }

    @Test
    void an_event_that_is_in_the_ledger_and_not_on_the_topic_is_wrong() {
        Case made = Case.of(CallStatus.INITIATED);
        made.ledger.add(new HeldEvent(new EventId(Case.CALL, Case.CALL_SID, "call.ringing"), true));
        made.assertFindings(Kind.WRONG, "call.ringing is in the ledger, not on the topic");
    }

    @Test
    void an_event_that_nobody_has_sent_is_wrong() {
        calls.topic.add(new TopicRecord(Case.CALL, "call.busy", "id"));
        calls.assertFindings(Kind.WRONG, "call.busy was sent by nobody");
    }

    @Test
    void what_one_instance_acknowledged_first_stands_first_on_the_topic() {
        calls.topic.add(calls.topic.removeFirst());
        assertThat(calls.verdict().findings())
                .extracting(Finding::what)
                .contains("call.answered overtook call.initiated on the topic");
    }

    @Test
    void leftovers_are_noticed() {
        calls.deadLetters.add(new TopicRecord(Case.CALL, "call.ringing", "id"));
        calls.assertFindings(Kind.WRONG, "a dead letter");
        calls.deadLetters.clear();
        calls.parked = 1;
        calls.assertFindings(Kind.LOST, "1 events are still parked");
        calls.parked = 0;
        calls.unsent = 1;
        calls.assertFindings(Kind.LOST, "1 messages are still in the outbox");
    }
}
