package com.voicesurvey.telephony.domain.call;

/** Everything that an event of a call may change. */
public record CallState(CallAttempt attempt, Contact contact) {
    CallState with(CallAttempt changed) {
        return new CallState(changed, contact);
    }
}
