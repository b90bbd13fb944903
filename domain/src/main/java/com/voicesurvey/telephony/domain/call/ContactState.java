package com.voicesurvey.telephony.domain.call;

/** Where a contact stands in its campaign. */
public enum ContactState {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    REFUSED,
    NOT_REACHED,
    EXCLUDED;

    /** Whether telephony leaves such a contact as it is. */
    public boolean isSettled() {
        return this == COMPLETED || this == REFUSED || this == EXCLUDED;
    }
}
