package com.voicesurvey.telephony.local.verify;

import com.voicesurvey.telephony.testbed.twilio.CallEvent;

/** What an event is known by. */
record EventId(String callId, String providerCallId, String type) {
    static EventId of(CallEvent event) {
        return new EventId(event.callId(), event.callSid(), EventTypes.of(event.status()));
    }
}
