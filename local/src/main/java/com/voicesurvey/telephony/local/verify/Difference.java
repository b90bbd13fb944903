package com.voicesurvey.telephony.local.verify;

import org.jspecify.annotations.Nullable;

/** One thing about a call that is not as it should be. */
public record Difference(
        String callId, String what, @Nullable Object expected, @Nullable Object held) {

    @Override
    public String toString() {
        return "%s: %s should be %s and is %s".formatted(callId, what, expected, held);
    }
}
