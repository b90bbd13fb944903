package com.voicesurvey.telephony.local.simulate;

import java.util.UUID;

/** A call about to be placed: a contact's first attempt. */
public record NewCall(String callId, UUID campaignId, UUID contactId, String phoneNumber) {
    /** Path and query of its callbacks; the call_id is taken to need no encoding. */
    public String callbackPath() {
        return "/webhooks/telephony/events?call_id=%s&campaign_id=%s&contact_id=%s"
                .formatted(callId, campaignId, contactId);
    }
}
