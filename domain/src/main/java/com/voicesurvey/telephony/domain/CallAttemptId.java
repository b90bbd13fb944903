package com.voicesurvey.telephony.domain;

import java.util.UUID;

/** Identifies a call attempt. */
public record CallAttemptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
