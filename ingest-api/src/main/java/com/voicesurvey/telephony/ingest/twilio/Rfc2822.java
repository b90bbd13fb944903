package com.voicesurvey.telephony.ingest.twilio;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times as Twilio writes them: {@code Thu, 12 Feb 2026 11:48:25 +0000}. */
final class Rfc2822 {
    private Rfc2822() {}

    /** Null where there is none or it cannot be read. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
