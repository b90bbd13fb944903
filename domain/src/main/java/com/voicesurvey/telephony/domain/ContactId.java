package com.voicesurvey.telephony.domain;

import java.util.UUID;

/** Identifies a contact. */
public record ContactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
