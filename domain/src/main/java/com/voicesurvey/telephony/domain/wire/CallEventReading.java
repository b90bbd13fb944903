package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.CallEventFields.*;

import com.fasterxml.jackson.core.JsonParser;
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
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The fields of a value as they are met; checked as a whole once all are in. */
final class CallEventReading {
    private int schemaVersion;
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

    void take(String name, JsonParser json) throws IOException {
        switch (name) {
            case SCHEMA_VERSION -> schemaVersion = json.getIntValue();
            case EVENT_TYPE -> eventType = json.getText();
            case CALL_ID -> callId = json.getText();
            case CAMPAIGN_ID -> campaignId = json.getText();
            case CONTACT_ID -> contactId = json.getText();
            case PROVIDER -> provider = json.getText();
            case PROVIDER_CALL_ID -> providerCallId = json.getText();
            case PARENT_CALL_ID -> parentCallId = json.getText();
            case PROVIDER_STATUS -> providerStatus = json.getText();
            case PROVIDER_TIME -> providerTime = Instant.parse(json.getText());
            case SEQUENCE_NUMBER -> sequenceNumber = json.getIntValue();
            case ANSWERED_BY -> answeredBy = AnsweredBy.ofWireName(json.getText());
            case DURATION_SECONDS -> duration = Duration.ofSeconds(json.getIntValue());
            case ERROR_CODE -> errorCode = json.getText();
            case ERROR_MESSAGE -> errorMessage = json.getText();
            case RECEIVED_AT -> receivedAt = Instant.parse(json.getText());
            default -> {
                // a newer writer's field
            }
        }
    }

    /**
     * @throws IllegalArgumentException if a field is missing or out of its range
     */
    DecodedValue toDecodedValue() {
        if (schemaVersion != 1) {
            throw new IllegalArgumentException(
                    schemaVersion == 0
                            ? SCHEMA_VERSION + " is missing"
                            : SCHEMA_VERSION
                                    + " "
                                    + schemaVersion
                                    + " is newer than this reader, which knows 1");
        }
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
