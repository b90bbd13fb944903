package com.voicesurvey.telephony.testbed.twilio;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One report of one step of a call, as Twilio would send it.
 *
 * @param sequenceNumber from 0, counts the call's reports in the order in which they happened
 * @param timestamp when the step happened; whole seconds are sent; null sends none
 * @param end what only a terminal report tells, null on all others
 */
public record StatusCallback(
        CallIds ids,
        Line line,
        CallStatus status,
        int sequenceNumber,
        @Nullable Instant timestamp,
        @Nullable CallEnd end) {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public StatusCallback {
        Objects.requireNonNull(ids, "ids");
        Objects.requireNonNull(line, "line");
        if (sequenceNumber < 0) {
            throw new IllegalArgumentException("sequenceNumber is negative: " + sequenceNumber);
        }
        if (status.isTerminal() != (end != null)) {
            throw new IllegalArgumentException(
                    "a terminal status has an end, and no other has: " + status.wireName());
        }
    }

    /** The event that it reports; a repetition reports the same one. */
    public CallEvent event() {
        return new CallEvent(ids.callId(), ids.callSid(), status);
    }

    /** The form, URL-encoded: some 600 to 800 bytes. */
    public String body() {
        return FormField.encode(fields());
    }

    /** The form's fields, in the order of the captured requests. */
    public List<FormField> fields() {
        var form = new Form(new ArrayList<>(34));
        form.add("Called", line.to());
        form.add("ToState", line.toState());
        form.add("CallerCountry", "US");
        form.add("Direction", "outbound-api");
        form.add("Timestamp", timestamp == null ? null : RFC_2822.format(timestamp));
        form.add("CallbackSource", "call-progress-events");
        form.add("SipResponseCode", end == null ? null : end.sipResponseCode());
        form.add("CallerState", line.fromState());
        form.add("ToZip", "");
        form.add("SequenceNumber", sequenceNumber);
        form.add("CallSid", ids.callSid());
        form.add("To", line.to());
        form.add("CallerZip", line.fromZip());
        form.add("ToCountry", line.toCountry());
        form.add("CalledZip", "");
        form.add("ApiVersion", "2010-04-01");
        form.add("CalledCity", "");
        form.add("CallStatus", status.wireName());
        form.add("Duration", end == null ? null : end.startedMinutes());
        form.add("From", line.from());
        form.add("CallDuration", end == null ? null : end.seconds());
        form.add("AccountSid", line.accountSid());
        form.add("CalledCountry", line.toCountry());
        form.add("CallerCity", line.fromCity());
        form.add("ToCity", "");
        form.add("FromCountry", "US");
        form.add("Caller", line.from());
        form.add("FromCity", line.fromCity());
        form.add("CalledState", line.toState());
        form.add("FromZip", line.fromZip());
        form.add("AnsweredBy", end == null ? null : end.answeredBy());
        form.add("FromState", line.fromState());
        form.add("ErrorCode", end == null ? null : end.errorCode());
        form.add("ErrorMessage", end == null ? null : end.errorMessage());
        return List.copyOf(form.fields());
    }

    private record Form(List<FormField> fields) {
        /** Leaves a field without a value out. */
        void add(String name, @Nullable Object value) {
            if (value != null) {
                fields.add(new FormField(name, value.toString()));
            }
        }
    }
}
