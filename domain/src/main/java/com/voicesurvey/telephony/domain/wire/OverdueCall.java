package com.voicesurvey.telephony.domain.wire;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;

/**
 * The request to ask the provider how a call stands whose end should have been reported long ago:
 * the value of a {@code call-overdue} record.
 *
 * @param request how many requests this makes for the call, from 1
 */
public record OverdueCall(
        CallId callId,
        CampaignId campaignId,
        ContactId contactId,
        ProviderCallId providerCallId,
        int request) {

    public OverdueCall {
        if (request < 1) {
            throw new IllegalArgumentException("requests are counted from 1: " + request);
        }
    }

    /** The CloudEvents {@code id}: the same however often the message is sent. */
    public String eventId() {
        return CloudEventNames.OVERDUE_CALL_TYPE + "/" + request + "/" + callId;
    }
}
