package com.voicesurvey.telephony.domain.event;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A report of a provider, put together for a test: of one and the same call unless said else. */
public final class Report {
    public static final CallId CALL = new CallId("test-call-123");
    public static final CampaignId CAMPAIGN =
            new CampaignId(UUID.fromString("550e8400-e29b-41d4-a716-446655440000"));
    public static final ContactId CONTACT =
            new ContactId(UUID.fromString("6ba7b810-9dad-41d1-80b4-00c04fd430c8"));
    public static final ProviderCallId LEG =
            new ProviderCallId("CA0cc175b9c0f1b6a831c399e269772661");
    public static final Instant RECEIVED = Instant.parse("2026-02-12T11:49:00.123456Z");

    private final EventType type;
    private CallId callId = CALL;
    private CampaignId campaignId = CAMPAIGN;
    private ContactId contactId = CONTACT;
    private String provider = "twilio";
    private ProviderCallId leg = LEG;
    private @Nullable ProviderCallId parent;
    private String status;
    private @Nullable Instant providerTime;
    private @Nullable Integer sequenceNumber;
    private @Nullable AnsweredBy answeredBy;
    private @Nullable Duration duration;
    private @Nullable ProviderError error;
    private Instant receivedAt = RECEIVED;

    private Report(EventType type) {
        this.type = type;
        this.status = statusOf(type);
    }

    public static Report of(EventType type) {
        return new Report(type);
    }

    public Report call(CallId value) {
        callId = value;
        return this;
    }

    public Report campaign(CampaignId value) {
        campaignId = value;
        return this;
    }

    public Report contact(ContactId value) {
        contactId = value;
        return this;
    }

    public Report provider(String value) {
        provider = value;
        return this;
    }

    public Report leg(ProviderCallId value) {
        leg = value;
        return this;
    }

    public Report childOf(@Nullable ProviderCallId value) {
        parent = value;
        return this;
    }

    public Report status(String value) {
        status = value;
        return this;
    }

    public Report at(@Nullable Instant value) {
        providerTime = value;
        return this;
    }

    public Report at(String value) {
        return at(Instant.parse(value));
    }

    public Report sequence(@Nullable Integer value) {
        sequenceNumber = value;
        return this;
    }

    public Report answeredBy(@Nullable AnsweredBy value) {
        answeredBy = value;
        return this;
    }

    public Report lasting(@Nullable Duration value) {
        duration = value;
        return this;
    }

    public Report error(@Nullable ProviderError value) {
        error = value;
        return this;
    }

    public Report receivedAt(Instant value) {
        receivedAt = value;
        return this;
    }

    public EventHeader header() {
        return new EventHeader(
                callId,
                campaignId,
                contactId,
                provider,
                leg,
                parent,
                status,
                providerTime,
                sequenceNumber,
                answeredBy,
                receivedAt);
    }

    public CallEvent event() {
        return CallEvent.of(type, header(), duration, error);
    }

    /** The word that Twilio has for it. */
    private static String statusOf(EventType type) {
        return switch (type) {
            case INITIATED -> "initiated";
            case RINGING -> "ringing";
            case ANSWERED -> "in-progress";
            case MACHINE_DETECTED -> "machine_start";
            case COMPLETED -> "completed";
            case NO_ANSWER -> "no-answer";
            case BUSY -> "busy";
            case FAILED -> "failed";
            case CANCELED -> "canceled";
        };
    }
}
