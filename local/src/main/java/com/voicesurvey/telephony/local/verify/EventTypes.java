package com.voicesurvey.telephony.local.verify;

import com.voicesurvey.telephony.testbed.twilio.CallStatus;

/**
 * The contract's table of statuses, written a second time, for the judge does not ask the judged.
 */
final class EventTypes {
    static final String ANSWERED = "call.answered";

    private EventTypes() {}

    /** The event type that a status is to become. */
    static String of(CallStatus status) {
        return switch (status) {
            case INITIATED -> "call.initiated";
            case RINGING -> "call.ringing";
            case IN_PROGRESS -> ANSWERED;
            case COMPLETED -> "call.completed";
            case BUSY -> "call.busy";
            case NO_ANSWER -> "call.no_answer";
            case FAILED -> "call.failed";
            case CANCELED -> "call.canceled";
        };
    }

    static boolean isEnd(String type) {
        return switch (type) {
            case "call.completed", "call.busy", "call.no_answer", "call.failed", "call.canceled" ->
                    true;
            default -> false;
        };
    }
}
