package com.voicesurvey.telephony.ingest.twilio;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Times as Twilio writes them: {@code Thu, 12 Feb 2026 11:48:25 +0000}. */
final class Rfc2822 {
    private record Read(String text, Instant time) {}

    // whole seconds: in a burst most callbacks state the one that was read last
    private static volatile Read last = new Read("", Instant.EPOCH);

    private Rfc2822() {}

    /** Null where there is none or it cannot be read. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Read known = last;
        if (known.text.equals(text)) {
            return known.time;
        }
        try {
            Instant time = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            last = new Read(text, time);
            return time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
