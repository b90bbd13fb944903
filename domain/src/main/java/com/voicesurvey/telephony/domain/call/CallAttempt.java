package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallStage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One attempt to reach a contact by telephone.
 *
 * @param number which attempt of its contact this is, from 1
 * @param providerCallId the leg whose events count; taken from the first event where the scheduler
 *     has not noted it
 * @param rawStatus the provider's status that the attempt stands at, in the provider's words
 * @param ending the end that stands, null while the call is alive
 * @param contactBefore how the contact stood before this attempt's end changed it, so that an end
 *     which turns out not to stand can be taken back; null while it has changed nothing
 */
public record CallAttempt(
        CallAttemptId id,
        CallId callId,
        CampaignId campaignId,
        ContactId contactId,
        int number,
        @Nullable ProviderCallId providerCallId,
        CallStage stage,
        @Nullable String rawStatus,
        @Nullable Instant answeredAt,
        @Nullable Ending ending,
        @Nullable CallOutcome outcome,
        @Nullable ContactStanding contactBefore) {

    boolean outcomeIsOwnedByDialogue() {
        return outcome != null && outcome.isOwnedByDialogue();
    }

    CallAttempt onLeg(ProviderCallId leg) {
        return new CallAttempt(
                id,
                callId,
                campaignId,
                contactId,
                number,
                leg,
                stage,
                rawStatus,
                answeredAt,
                ending,
                outcome,
                contactBefore);
    }

    CallAttempt at(CallStage reached, String status) {
        return new CallAttempt(
                id,
                callId,
                campaignId,
                contactId,
                number,
                providerCallId,
                reached,
                status,
                answeredAt,
                ending,
                outcome,
                contactBefore);
    }

    CallAttempt answered(Instant at) {
        return new CallAttempt(
                id,
                callId,
                campaignId,
                contactId,
                number,
                providerCallId,
                stage,
                rawStatus,
                at,
                ending,
                outcome,
                contactBefore);
    }

    CallAttempt ended(Ending how, @Nullable CallOutcome result, @Nullable ContactStanding before) {
        return new CallAttempt(
                id,
                callId,
                campaignId,
                contactId,
                number,
                providerCallId,
                stage,
                rawStatus,
                answeredAt,
                how,
                result,
                before);
    }
}
