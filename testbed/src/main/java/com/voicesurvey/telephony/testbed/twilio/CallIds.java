package com.voicesurvey.telephony.testbed.twilio;

import java.util.Objects;
import java.util.UUID;

/**
 * Who a call belongs to.
 *
 * @param callId the platform's own id of the attempt
 * @param callSid Twilio's id of the call: {@code CA} and 32 hexadecimal digits
 */
public record CallIds(String callId, UUID campaignId, UUID contactId, String callSid) {

    public CallIds {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(campaignId, "campaignId");
        Objects.requireNonNull(contactId, "contactId");
        if (!callSid.matches("CA[0-9a-f]{32}")) {
            throw new IllegalArgumentException("callSid must be CA and 32 digits, not " + callSid);
        }
    }
}
