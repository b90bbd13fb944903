package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.ProviderError;

import java.util.function.IntPredicate;

/** Makes the provider's error texts storable: an odd error must not cost the event. */
final class ErrorText {
    private static final int REPLACEMENT = 0xFFFD;

    private ErrorText() {}

    /**
     * Without control characters, cut to its column's width between characters; not blank, if the
     * text is not.
     */
    static String code(String text) {
        return mapped(text.strip(), ErrorText::isUnfitForCode, ProviderError.CODE_LENGTH);
    }

    /** Without NUL, which PostgreSQL stores in no text. */
    static String message(String text) {
        return mapped(text, c -> c == 0 || isSurrogate(c), Integer.MAX_VALUE);
    }

    private static String mapped(String text, IntPredicate unfit, int maxCharacters) {
        return text.codePoints()
                .limit(maxCharacters)
                .map(c -> unfit.test(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnfitForCode(int c) {
        return Character.isISOControl(c) || isSurrogate(c);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
