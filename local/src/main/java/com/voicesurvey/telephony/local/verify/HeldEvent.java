package com.voicesurvey.telephony.local.verify;

/**
 * An event in the ledger.
 *
 * @param parked whether it still waits for its attempt
 */
public record HeldEvent(String callId, String providerCallId, String type, boolean parked) {
    /** What makes two of them the same event. */
    EventId id() {
        return new EventId(callId, providerCallId, type);
    }
}
