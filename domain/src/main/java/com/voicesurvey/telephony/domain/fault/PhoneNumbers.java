package com.voicesurvey.telephony.domain.fault;

import java.util.regex.Pattern;

/**
 * Takes telephone numbers out of texts that others have worded: a database may quote a row, a
 * provider the number that it could not reach. Finds numbers written as E.164 has it, plain or
 * percent-encoded, with blanks and punctuation or without.
 */
public final class PhoneNumbers {
    private static final Pattern INTERNATIONAL =
            Pattern.compile("(?:\\+|%2[Bb])\\d[\\d ().-]{4,}\\d");

    private PhoneNumbers() {}

    public static String masked(String text) {
        return INTERNATIONAL.matcher(text).replaceAll("+***");
    }
}
