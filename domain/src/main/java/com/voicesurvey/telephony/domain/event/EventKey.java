package com.voicesurvey.telephony.domain.event;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;

/**
 * What makes two reports the same event: however often a key arrives, it is applied once. The
 * provider's call id is part of it, so that a second leg's events are not taken for the first's,
 * and the type is, so that a call's later statuses are not taken for repetitions.
 */
public record EventKey(CallId callId, ProviderCallId providerCallId, EventType type) {

    /** The key as one text, used as the CloudEvents {@code id}; two keys never share one. */
    public String asText() {
        String leg = providerCallId.value().replace("%", "%25").replace("/", "%2F");
        return type.wireName() + "/" + leg + "/" + callId;
    }
}
