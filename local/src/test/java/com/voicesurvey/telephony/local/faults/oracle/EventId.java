package com.voicesurvey.telephony.local.faults.oracle;

import com.voicesurvey.telephony.testbed.twilio.CallStatus;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

/** What an event is known by on the topic and in the ledger. */
public record EventId(String callId, String callSid, String type) {

    /** The event that a callback reports. */
    public static EventId of(StatusCallback callback) {
        return new EventId(
                callback.ids().callId(), callback.ids().callSid(), type(callback.status()));
    }

    /** The contract's table of statuses. */
    private static String type(CallStatus status) {
        return switch (status) {
            case INITIATED -> "call.initiated";
            case RINGING -> "call.ringing";
            case IN_PROGRESS -> "call.answered";
            case COMPLETED -> "call.completed";
            case BUSY -> "call.busy";
            case NO_ANSWER -> "call.no_answer";
            case FAILED -> "call.failed";
            case CANCELED -> "call.canceled";
        };
    }
}
