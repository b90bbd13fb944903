package com.voicesurvey.telephony.domain.call;

/** What came of a call attempt. */
public enum CallOutcome {
    COMPLETED,
    REFUSED,
    NO_ANSWER,
    BUSY,
    FAILED;

    /**
     * Whether only the dialogue can have said so: telephony never sets these nor overwrites them.
     */
    public boolean isOwnedByDialogue() {
        return this == COMPLETED || this == REFUSED;
    }
}
