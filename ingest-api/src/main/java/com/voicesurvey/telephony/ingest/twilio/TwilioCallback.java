package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a voice status callback (Twilio: Voice API, "StatusCallback").
 *
 * <p>What the state of a call rests on has to be right: ids, status and {@code CallDuration} make a
 * callback malformed where they are missing or unreadable. What only refines it does not: an
 * unreadable {@code Timestamp} or {@code SequenceNumber} counts as absent, because losing the event
 * would be worse, and the parameters are kept as received in any case.
 */
final class TwilioCallback {
    private TwilioCallback() {}

    /** Never throws. */
    static ParsedCallback parse(RawRequest request, Instant receivedAt) {
        String status = TwilioFields.filled(request, "CallStatus");
        if (status == null) {
            return withoutStatus(request, receivedAt);
        }
        CallbackFields fields = new CallbackFields(request);
        EventHeader header = fields.header(status, receivedAt);
        Duration duration = fields.duration();
        if (header == null || fields.hasProblems()) {
            return new ParsedCallback.Malformed(fields.problems());
        }
        EventType type = eventType(status);
        if (type == null) {
            return new ParsedCallback.UnknownStatus(header, received(request));
        }
        return new ParsedCallback.Event(
                CallEvent.of(type, header, duration, fields.error()), received(request));
    }

    /**
     * The report of an asynchronous detection has what it found where others have a status (Twilio:
     * Answering Machine Detection, "AsyncAmdStatusCallback").
     */
    private static ParsedCallback withoutStatus(RawRequest request, Instant receivedAt) {
        String answeredBy = TwilioFields.filled(request, "AnsweredBy");
        if (answeredBy == null) {
            return new ParsedCallback.NotAStatusCallback(
                    "CallStatus is missing: this is no voice status callback, which carries it in"
                            + " every case, and without AnsweredBy no machine detection either");
        }
        CallbackFields fields = new CallbackFields(request);
        EventHeader header = fields.header(answeredBy, receivedAt);
        return header == null
                ? new ParsedCallback.Malformed(fields.problems())
                : new ParsedCallback.Event(
                        CallEvent.of(EventType.MACHINE_DETECTED, header, null, null),
                        received(request));
    }

    static @Nullable EventType eventType(String status) {
        return switch (status) {
            case "queued", "initiated" -> EventType.INITIATED;
            case "ringing" -> EventType.RINGING;
            case "in-progress" -> EventType.ANSWERED;
            case "completed" -> EventType.COMPLETED;
            case "no-answer" -> EventType.NO_ANSWER;
            case "busy" -> EventType.BUSY;
            case "failed" -> EventType.FAILED;
            case "canceled" -> EventType.CANCELED;
            default -> null;
        };
    }

    private static List<Parameter> received(RawRequest request) {
        List<Parameter> all = new ArrayList<>(request.query().size() + request.form().size());
        all.addAll(request.query());
        all.addAll(request.form());
        return all;
    }
}
