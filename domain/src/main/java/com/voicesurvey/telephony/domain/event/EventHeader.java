package com.voicesurvey.telephony.domain.event;

import com.voicesurvey.telephony.domain.BoundedText;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What every report of a call says, whatever it reports.
 *
 * @param provider the adapter that took the report, such as {@code twilio}
 * @param parentCallId present on a child leg only (Twilio: {@code ParentCallSid})
 * @param providerStatus the provider's status as received, 1 to 255 characters
 * @param providerTime when the provider says it happened, whole seconds; absent on some reports
 * @param sequenceNumber the event's place among those of one leg that the provider reports, from 0;
 *     absent on some reports
 * @param answeredBy who picked up, if the provider looked
 * @param receivedAt when the report reached us
 */
public record EventHeader(
        CallId callId,
        CampaignId campaignId,
        ContactId contactId,
        String provider,
        ProviderCallId providerCallId,
        @Nullable ProviderCallId parentCallId,
        String providerStatus,
        @Nullable Instant providerTime,
        @Nullable Integer sequenceNumber,
        @Nullable AnsweredBy answeredBy,
        Instant receivedAt) {

    public EventHeader {
        BoundedText.require("provider", provider, 50);
        BoundedText.require("provider_status", providerStatus, BoundedText.ID_LENGTH);
        if (sequenceNumber != null && sequenceNumber < 0) {
            throw new IllegalArgumentException("sequence_number is negative: " + sequenceNumber);
        }
    }

    /**
     * When it happened: the provider's time, or the time of receipt where the provider gave none.
     */
    public Instant occurredAt() {
        return providerTime != null ? providerTime : receivedAt;
    }
}
