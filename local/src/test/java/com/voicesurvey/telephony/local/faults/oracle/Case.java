package com.voicesurvey.telephony.local.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.voicesurvey.telephony.local.faults.oracle.Finding.Kind;
import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.Line;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One call whose events were sent one after the other, all acknowledged and rightly held. */
final class Case {
    static final String CALL = "call-1";
    static final String CALL_SID = "CA00000000000000000000000000000001";

    private static final Instant START = Instant.parse("2026-02-12T11:48:25Z");
    private static final CallIds IDS = new CallIds(CALL, new UUID(0, 1), new UUID(0, 2), CALL_SID);
    private static final Line LINE =
            new Line("AC1", "+15550100001", "+15550100002", "", "", "", "", "US");

    final List<SentEvent> sent = new ArrayList<>();
    final List<TopicRecord> topic = new ArrayList<>();
    final List<TopicRecord> dialogues = new ArrayList<>();
    final List<TopicRecord> deadLetters = new ArrayList<>();
    final List<HeldEvent> ledger = new ArrayList<>();
    final List<CallRow> attempts = new ArrayList<>();
    long parked;
    long unsent;

    static Case of(CallStatus... statuses) {
        Case made = new Case();
        boolean alive = true;
        for (CallStatus status : statuses) {
            StatusCallback callback = made.send(status, true);
            EventId id = EventId.of(callback);
            made.topic.add(new TopicRecord(CALL, id.type(), id.type() + "/" + CALL));
            made.ledger.add(new HeldEvent(id, true));
            alive &= !status.isTerminal();
            if (status == CallStatus.IN_PROGRESS && alive) {
                made.dialogues.add(new TopicRecord(CALL, "dialogue.start", "id-1"));
            }
        }
        made.attempts.add(held(List.of(statuses)));
        return made;
    }

    /** Sends an event that is never answered and has no effect. */
    void unacknowledged(CallStatus status) {
        send(status, false);
    }

    void forgetAcknowledgements() {
        sent.replaceAll(
                event ->
                        new SentEvent(
                                event.callback(), event.firstSent(), null, event.receivers()));
    }

    void change(String column, String value) {
        CallRow row = attempts.removeFirst();
        Map<String, String> columns = new HashMap<>(row.columns());
        columns.put(column, value);
        attempts.addFirst(new CallRow(row.callId(), columns));
    }

    Verdict verdict() {
        return Oracle.judge(
                new Evidence(
                        List.of(CALL),
                        sent,
                        topic,
                        dialogues,
                        deadLetters,
                        ledger,
                        attempts,
                        parked,
                        unsent));
    }

    void assertFindings(Kind kind, String what) {
        assertThat(verdict().findings())
                .extracting(Finding::kind, Finding::what)
                .containsExactly(tuple(kind, what));
    }

    private StatusCallback send(CallStatus status, boolean acknowledged) {
        int number = sent.size();
        StatusCallback callback =
                new StatusCallback(
                        IDS,
                        LINE,
                        status,
                        number,
                        START.plusSeconds(number),
                        status.isTerminal() ? new CallEnd(7, 200, null, null, null) : null);
        Long answeredAt = acknowledged ? number * 10L + 5 : null;
        sent.add(new SentEvent(callback, number * 10L, answeredAt, Set.of(0)));
        return callback;
    }

    /** What the tables are to hold, written down and not derived. */
    private static CallRow held(List<CallStatus> statuses) {
        boolean completed = statuses.contains(CallStatus.COMPLETED);
        boolean busy = statuses.contains(CallStatus.BUSY);
        boolean ended = completed || busy;
        int answered = statuses.indexOf(CallStatus.IN_PROGRESS);
        int end = statuses.indexOf(completed ? CallStatus.COMPLETED : CallStatus.BUSY);
        String outcome = busy ? "busy" : "none";
        String open = answered < 0 ? "initiated" : "answered";
        Map<String, String> columns = new HashMap<>();
        columns.put("call_stage", ended ? "ended" : open);
        columns.put(
                "provider_raw_status",
                completed
                        ? "completed"
                        : busy ? "busy" : answered < 0 ? "initiated" : "in-progress");
        columns.put("provider_call_id", CALL_SID);
        columns.put("answered_at", answered < 0 ? "none" : second(answered));
        columns.put("ended_at", ended ? second(end) : "none");
        columns.put("duration_seconds", ended ? "7" : "none");
        columns.put("error_code", "none");
        columns.put("error_message", "none");
        columns.put("outcome", outcome);
        columns.put("contact state", busy ? "not_reached" : "in_progress");
        columns.put("contact last_outcome", outcome);
        return new CallRow(CALL, columns);
    }

    private static String second(int number) {
        return Long.toString(START.plusSeconds(number).getEpochSecond());
    }
}
