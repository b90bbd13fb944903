package com.voicesurvey.telephony.domain.event;

import com.voicesurvey.telephony.domain.BoundedText;

import org.jspecify.annotations.Nullable;

/**
 * Why the provider says a call went wrong.
 *
 * @param code the provider's code, 1 to 100 characters (Twilio: {@code ErrorCode}, such as 13224)
 * @param message the provider's words, without NUL; Twilio often gives none
 */
public record ProviderError(String code, @Nullable String message) {
    /** Width in characters of the error code's column. */
    public static final int CODE_LENGTH = 100;

    public ProviderError {
        BoundedText.require("error_code", code, CODE_LENGTH);
        if (message != null && message.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("error_message contains NUL");
        }
    }
}
