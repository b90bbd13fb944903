package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.BoundedText;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads a callback's parameters one by one and gathers what is wrong with them. */
final class CallbackFields {
    private final RawRequest request;
    private final List<String> problems = new ArrayList<>();

    CallbackFields(RawRequest request) {
        this.request = request;
    }

    boolean hasProblems() {
        return !problems.isEmpty();
    }

    String problems() {
        return String.join("; ", problems);
    }

    /** Null if a part of it is missing or wrong. */
    @Nullable EventHeader header(String status, Instant receivedAt) {
        String callId = id("call_id");
        UUID campaignId = uuid("campaign_id");
        UUID contactId = uuid("contact_id");
        String callSid = id("CallSid");
        String parent = TwilioFields.filled(request, "ParentCallSid");
        boolean statusFits = bounded("CallStatus", status);
        boolean parentFits = parent == null || bounded("ParentCallSid", parent);
        if (!statusFits
                || !parentFits
                || callId == null
                || campaignId == null
                || contactId == null
                || callSid == null) {
            return null;
        }
        String answeredBy = TwilioFields.filled(request, "AnsweredBy");
        return new EventHeader(
                new CallId(callId),
                new CampaignId(campaignId),
                new ContactId(contactId),
                TwilioProvider.NAME,
                new ProviderCallId(callSid),
                parent == null ? null : new ProviderCallId(parent),
                status,
                Rfc2822.parse(TwilioFields.filled(request, "Timestamp")),
                wholeNumber(TwilioFields.filled(request, "SequenceNumber")),
                answeredBy == null ? null : AnsweredBy.ofWireName(answeredBy),
                receivedAt);
    }

    @Nullable Duration duration() {
        String text = TwilioFields.filled(request, "CallDuration");
        if (text == null) {
            return null;
        }
        Integer seconds = wholeNumber(text);
        if (seconds == null) {
            problems.add("CallDuration is no whole number of seconds");
            return null;
        }
        return Duration.ofSeconds(seconds);
    }

    @Nullable ProviderError error() {
        String code = TwilioFields.filled(request, "ErrorCode");
        String message = TwilioFields.filled(request, "ErrorMessage");
        if (code == null && message == null) {
            return null;
        }
        return new ProviderError(
                code == null ? "unknown" : ErrorText.code(code),
                message == null ? null : ErrorText.message(message));
    }

    private @Nullable String id(String name) {
        String value = TwilioFields.filled(request, name);
        if (value == null) {
            problems.add(name + " is missing");
            return null;
        }
        return bounded(name, value) ? value : null;
    }

    private @Nullable UUID uuid(String name) {
        String value = TwilioFields.filled(request, name);
        if (value == null) {
            problems.add(name + " is missing");
            return null;
        }
        try {
            UUID uuid = UUID.fromString(value);
            // UUID.fromString also reads 1-1-1-1-1
            if (uuid.toString().equalsIgnoreCase(value)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            // said below, as for a UUID that is not written out
        }
        problems.add(name + " is no UUID");
        return null;
    }

    private boolean bounded(String name, String value) {
        String problem = BoundedText.problem(name, value, BoundedText.ID_LENGTH);
        if (problem != null) {
            problems.add(problem);
        }
        return problem == null;
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
