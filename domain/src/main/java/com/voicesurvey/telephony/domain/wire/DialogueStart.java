package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The message that a call was picked up and its dialogue is to start: the value of a {@code
 * dialogue-starts} record.
 *
 * @param answeredBy who picked up, if the provider looked: the dialogue decides what to say to a
 *     machine
 */
public record DialogueStart(
        CallId callId,
        CallAttemptId callAttemptId,
        CampaignId campaignId,
        ContactId contactId,
        ProviderCallId providerCallId,
        Instant answeredAt,
        Language language,
        @Nullable AnsweredBy answeredBy) {

    /** The CloudEvents {@code id}: the same however often the message is sent. */
    public String eventId() {
        return CloudEventNames.DIALOGUE_START_TYPE + "/" + callAttemptId;
    }
}
