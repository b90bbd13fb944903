package com.voicesurvey.telephony.ingest.telnyx;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.callback.FieldCheck;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Reads a call event (Telnyx: Voice API, "Receiving webhooks"). The three ids come from the call's
 * {@code client_state}, since a URL is not signed.
 */
final class TelnyxCallback {
    private static final String TYPE = "data.event_type";
    private static final String CALL = "data.payload.call_control_id";
    private static final String STATE = "data.payload.client_state";
    private static final String CAUSE = "data.payload.hangup_cause";

    private TelnyxCallback() {}

    /** Never throws. */
    static ParsedCallback parse(RawRequest request, Instant receivedAt) {
        JsonFields fields = JsonFields.of(request.body());
        if (fields == null) {
            return new ParsedCallback.Malformed("the body is no JSON object");
        }
        String type = fields.first(TYPE);
        if (type == null) {
            return new ParsedCallback.NotAStatusCallback(
                    TYPE + " is missing: this is no call event");
        }
        String cause = type.equals("call.hangup") ? fields.first(CAUSE) : null;
        FieldCheck check = new FieldCheck(fields::first);
        EventHeader header = header(fields, check, cause == null ? type : cause, receivedAt);
        if (header == null) {
            return new ParsedCallback.Malformed(check.problems());
        }
        EventType known = eventType(type, cause);
        return known == null
                ? new ParsedCallback.UnknownStatus(header, fields.all())
                : new ParsedCallback.Event(
                        CallEvent.of(known, header, null, error(known, fields)), fields.all());
    }

    /** What ended the call says how it went; null for what is not known. */
    static @Nullable EventType eventType(String type, @Nullable String cause) {
        return switch (type) {
            case "call.initiated" -> EventType.INITIATED;
            case "call.answered" -> EventType.ANSWERED;
            case "call.machine.detection.ended", "call.machine.premium.detection.ended" ->
                    EventType.MACHINE_DETECTED;
            case "call.hangup" -> cause == null ? null : ending(cause);
            default -> null;
        };
    }

    /** Telnyx: {@code hangup_cause} of {@code call.hangup}. */
    private static @Nullable EventType ending(String cause) {
        return switch (cause) {
            case "normal_clearing", "time_limit" -> EventType.COMPLETED;
            case "timeout", "no_answer" -> EventType.NO_ANSWER;
            // who is called has pressed the call away: what Twilio calls busy as well
            case "user_busy", "call_rejected" -> EventType.BUSY;
            case "originator_cancel" -> EventType.CANCELED;
            case "not_found", "unspecified" -> EventType.FAILED;
            default -> null;
        };
    }

    private static @Nullable EventHeader header(
            JsonFields fields, FieldCheck check, String status, Instant receivedAt) {
        String state = fields.first(STATE);
        JsonFields ids = state == null ? null : ClientState.read(state);
        FieldCheck ours = new FieldCheck(name -> ids == null ? null : ids.first(name));
        String callId = ours.id("call_id");
        UUID campaignId = ours.uuid("campaign_id");
        UUID contactId = ours.uuid("contact_id");
        if (ours.hasProblems()) {
            check.problem("client_state: " + ours.problems());
        }
        String leg = check.id(CALL);
        if (!check.isBounded(TYPE, status) || check.hasProblems()) {
            return null;
        }
        return new EventHeader(
                new CallId(Objects.requireNonNull(callId)),
                new CampaignId(Objects.requireNonNull(campaignId)),
                new ContactId(Objects.requireNonNull(contactId)),
                TelnyxProvider.NAME,
                new ProviderCallId(Objects.requireNonNull(leg)),
                null,
                status,
                time(fields.first("data.occurred_at")),
                null,
                answeredBy(fields.first("data.payload.result")),
                receivedAt);
    }

    /** Telnyx: {@code result} of a detection. */
    private static @Nullable AnsweredBy answeredBy(@Nullable String result) {
        return switch (result) {
            case null -> null;
            case "human", "human_residence", "human_business" -> AnsweredBy.HUMAN;
            case "machine" -> AnsweredBy.MACHINE_START;
            case "fax_detected" -> AnsweredBy.FAX;
            default -> AnsweredBy.UNKNOWN;
        };
    }

    /** Absent where it cannot be read: losing the event would be worse. */
    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ProviderError error(EventType type, JsonFields fields) {
        String code = fields.first("data.payload.sip_hangup_cause");
        return type == EventType.FAILED && code != null && !code.isBlank()
                ? new ProviderError("sip_" + code.strip(), fields.first(CAUSE))
                : null;
    }
}
