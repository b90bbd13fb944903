package com.voicesurvey.telephony.local.faults.oracle;

import com.voicesurvey.telephony.testbed.twilio.CallEnd;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the contract makes of one call, a contact's only attempt, whose dialogue says nothing.
 *
 * @param events what the topic holds of the call, each event once, in the topic's order
 */
record CallModel(String callId, List<StatusCallback> events) {

    /** Rule 3: the lowest sequence number, then the earliest provider time. */
    private static final Comparator<StatusCallback> FIRST_END =
            Comparator.comparingInt(StatusCallback::sequenceNumber)
                    .thenComparing(
                            StatusCallback::timestamp,
                            Comparator.nullsLast(Comparator.naturalOrder()));

    /** Rule 4: it was answered, and no end stands before the answer on the topic. */
    boolean startsDialogue() {
        for (StatusCallback event : events) {
            if (event.status().isTerminal()) {
                return false;
            }
            if (event.status() == CallStatus.IN_PROGRESS) {
                return true;
            }
        }
        return false;
    }

    CallRow row() {
        StatusCallback end = end();
        StatusCallback answer = answer();
        String outcome = end == null ? CallRow.NONE : outcome(end.status());
        boolean notReached = !outcome.equals(CallRow.NONE);
        CallEnd details = end == null ? null : end.end();
        Map<String, String> row = new HashMap<>();
        row.put("call_stage", end == null ? stage() : "ended");
        row.put("provider_raw_status", end == null ? rawStatus() : end.status().wireName());
        row.put(
                "provider_call_id",
                events.isEmpty() ? CallRow.NONE : events.getFirst().ids().callSid());
        row.put("answered_at", answer == null ? CallRow.NONE : time(answer.timestamp()));
        row.put("ended_at", end == null ? CallRow.NONE : time(end.timestamp()));
        row.put("duration_seconds", details == null ? CallRow.NONE : "" + details.seconds());
        row.put("error_code", details == null ? CallRow.NONE : text(details.errorCode()));
        row.put("error_message", details == null ? CallRow.NONE : text(details.errorMessage()));
        row.put("outcome", outcome);
        row.put("contact state", notReached ? "not_reached" : "in_progress");
        row.put("contact last_outcome", outcome);
        return new CallRow(callId, row);
    }

    private @Nullable StatusCallback end() {
        return events.stream()
                .filter(event -> event.status().isTerminal())
                .min(FIRST_END)
                .orElse(null);
    }

    private @Nullable StatusCallback answer() {
        return events.stream()
                .filter(event -> event.status() == CallStatus.IN_PROGRESS)
                .findFirst()
                .orElse(null);
    }

    /** Rule 2: as far as any event says. */
    private @Nullable CallStatus furthest() {
        return events.stream()
                .map(StatusCallback::status)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private String stage() {
        return switch (furthest()) {
            case null -> "planned";
            case INITIATED -> "initiated";
            case RINGING -> "ringing";
            case IN_PROGRESS -> "answered";
            case COMPLETED, BUSY, NO_ANSWER, FAILED, CANCELED -> "ended";
        };
    }

    private String rawStatus() {
        CallStatus furthest = furthest();
        return furthest == null ? CallRow.NONE : furthest.wireName();
    }

    /** The contract's table of effects. */
    private static String outcome(CallStatus end) {
        return switch (end) {
            case COMPLETED -> CallRow.NONE;
            case NO_ANSWER -> "no_answer";
            case BUSY -> "busy";
            case FAILED, CANCELED -> "failed";
            case INITIATED, RINGING, IN_PROGRESS ->
                    throw new IllegalArgumentException("no end: " + end.wireName());
        };
    }

    private static String time(@Nullable Instant providerTime) {
        return providerTime == null ? CallRow.SOME_TIME : "" + providerTime.getEpochSecond();
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, CallRow.NONE);
    }
}
