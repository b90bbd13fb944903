package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.CallEventFields.*;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The fields of a value as they are met; checked as a whole once all are in. */
final class CallEventReading {
    private @Nullable Integer schemaVersion;
    private @Nullable String eventType;
    private @Nullable String callId;
    private @Nullable String campaignId;
    private @Nullable String contactId;
    private @Nullable String provider;
    private @Nullable String providerCallId;
    private @Nullable String parentCallId;
    private @Nullable String providerStatus;
    private @Nullable Instant providerTime;
    private @Nullable Integer sequenceNumber;
    private @Nullable AnsweredBy answeredBy;
    private @Nullable Duration duration;
    private @Nullable String errorCode;
    private @Nullable String errorMessage;
    private @Nullable Instant receivedAt;

    /**
     * @throws IllegalArgumentException if the field is known and its value is not of its kind
     */
    void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case SCHEMA_VERSION -> schemaVersion = known(number(name, json));
            case EVENT_TYPE -> eventType = text(name, json);
            case CALL_ID -> callId = text(name, json);
            case CAMPAIGN_ID -> campaignId = text(name, json);
            case CONTACT_ID -> contactId = text(name, json);
            case PROVIDER -> provider = text(name, json);
            case PROVIDER_CALL_ID -> providerCallId = text(name, json);
            case PARENT_CALL_ID -> parentCallId = text(name, json);
            case PROVIDER_STATUS -> providerStatus = text(name, json);
            case PROVIDER_TIME -> providerTime = time(name, json);
            case SEQUENCE_NUMBER -> sequenceNumber = number(name, json);
            case ANSWERED_BY -> answeredBy = AnsweredBy.ofWireName(text(name, json));
            case DURATION_SECONDS -> duration = Duration.ofSeconds(number(name, json));
            case ERROR_CODE -> errorCode = text(name, json);
            case ERROR_MESSAGE -> errorMessage = text(name, json);
            case RECEIVED_AT -> receivedAt = time(name, json);
            default -> json.skipChildren(); // parameters, or a newer writer's field
        }
    }

    /**
     * @throws IllegalArgumentException if a field is missing or out of its range
     */
    DecodedValue toDecodedValue() {
        present(SCHEMA_VERSION, schemaVersion);
        String typeName = present(EVENT_TYPE, eventType);
        EventHeader header = header();
        if (typeName.equals(CloudEventNames.UNKNOWN_STATUS_TYPE)) {
            return new DecodedValue.UnknownStatus(header);
        }
        EventType type = EventType.ofWireName(typeName);
        if (type == null) {
            throw new IllegalArgumentException(EVENT_TYPE + " is not known: " + typeName);
        }
        ProviderError error = errorCode == null ? null : new ProviderError(errorCode, errorMessage);
        return new DecodedValue.Event(CallEvent.of(type, header, duration, error));
    }

    private EventHeader header() {
        return new EventHeader(
                new CallId(present(CALL_ID, callId)),
                new CampaignId(uuid(CAMPAIGN_ID, campaignId)),
                new ContactId(uuid(CONTACT_ID, contactId)),
                present(PROVIDER, provider),
                new ProviderCallId(present(PROVIDER_CALL_ID, providerCallId)),
                parentCallId == null ? null : new ProviderCallId(parentCallId),
                present(PROVIDER_STATUS, providerStatus),
                providerTime,
                sequenceNumber,
                answeredBy,
                present(RECEIVED_AT, receivedAt));
    }

    /** Looked at as soon as it is met, before a newer writer's fields are found to be strange. */
    private static int known(int version) {
        if (version == 1) {
            return version;
        }
        throw new IllegalArgumentException(
                SCHEMA_VERSION
                        + " "
                        + version
                        + (version > 1
                                ? " is newer than this reader, which knows 1"
                                : " never was one"));
    }

    private static String text(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(name + " is no string");
        }
        return json.getText();
    }

    private static int number(String name, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() != JsonParser.NumberType.INT) {
            throw new IllegalArgumentException(name + " is no whole number of 32 bits");
        }
        return json.getIntValue();
    }

    private static Instant time(String name, JsonParser json) throws IOException {
        String text = text(name, json);
        try {
            return WireTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " is no time: " + text, e);
        }
    }

    private static UUID uuid(String name, @Nullable String value) {
        String text = present(name, value);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is no UUID: " + text, e);
        }
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
