package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.callback.FieldCheck;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Reads a callback's parameters one by one and gathers what is wrong with them. */
final class CallbackFields {
    private final FieldCheck fields;

    CallbackFields(RawRequest request) {
        this.fields = new FieldCheck(name -> TwilioFields.first(request, name));
    }

    boolean hasProblems() {
        return fields.hasProblems();
    }

    String problems() {
        return fields.problems();
    }

    /** Null if a part of it is missing or wrong. */
    @Nullable EventHeader header(String status, Instant receivedAt) {
        String callId = fields.id("call_id");
        UUID campaignId = fields.uuid("campaign_id");
        UUID contactId = fields.uuid("contact_id");
        String callSid = fields.id("CallSid");
        String parent = fields.filled("ParentCallSid");
        boolean statusFits = fields.isBounded("CallStatus", status);
        boolean parentFits = parent == null || fields.isBounded("ParentCallSid", parent);
        if (!statusFits
                || !parentFits
                || callId == null
                || campaignId == null
                || contactId == null
                || callSid == null) {
            return null;
        }
        String answeredBy = fields.filled("AnsweredBy");
        return new EventHeader(
                new CallId(callId),
                new CampaignId(campaignId),
                new ContactId(contactId),
                TwilioProvider.NAME,
                new ProviderCallId(callSid),
                parent == null ? null : new ProviderCallId(parent),
                status,
                Rfc2822.parse(fields.filled("Timestamp")),
                wholeNumber(fields.filled("SequenceNumber")),
                answeredBy == null ? null : AnsweredBy.ofWireName(answeredBy),
                receivedAt);
    }

    @Nullable Duration duration() {
        String text = fields.filled("CallDuration");
        if (text == null) {
            return null;
        }
        Integer seconds = wholeNumber(text);
        if (seconds == null) {
            fields.problem("CallDuration is no whole number of seconds");
            return null;
        }
        return Duration.ofSeconds(seconds);
    }

    @Nullable ProviderError error() {
        String code = fields.filled("ErrorCode");
        String message = fields.filled("ErrorMessage");
        if (code == null && message == null) {
            return null;
        }
        return new ProviderError(
                code == null ? "unknown" : ErrorText.code(code),
                message == null ? null : ErrorText.message(message));
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Null for anything else than the digits of a number from 0 to the largest {@code int}. */
    private static @Nullable Integer wholeNumber(@Nullable String text) {
        if (text == null || !isDigits(text)) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
