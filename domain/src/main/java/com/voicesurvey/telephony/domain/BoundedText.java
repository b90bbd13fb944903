package com.voicesurvey.telephony.domain;

import org.jspecify.annotations.Nullable;

/**
 * The rule that every identifier and short text from outside obeys: not blank, no longer than its
 * column, no control characters (PostgreSQL stores no NUL, and a line break would forge a log
 * line).
 */
public final class BoundedText {
    /** Width in characters of the identifier columns of the call tables. */
    public static final int ID_LENGTH = 255;

    private BoundedText() {}

    /** What is wrong with the value, named for a person, or null if nothing is. */
    public static @Nullable String problem(String name, String value, int maxLength) {
        if (value.isBlank()) {
            return name + " is empty";
        }
        if (value.codePointCount(0, value.length()) > maxLength) {
            return name + " is longer than " + maxLength + " characters";
        }
        if (hasControlCharacter(value)) {
            return name + " contains control characters";
        }
        if (hasUnpairedSurrogate(value)) {
            return name + " is not well-formed Unicode";
        }
        return null;
    }

    /**
     * Returns the value unchanged.
     *
     * @throws IllegalArgumentException saying what {@link #problem} says
     */
    public static String require(String name, String value, int maxLength) {
        String problem = problem(name, value, maxLength);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return value;
    }

    // loops, since each callback has some seventy texts, and a stream costs more than the text

    private static boolean hasControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasUnpairedSurrogate(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c)
                                && i + 1 < value.length()
                                && Character.isLowSurrogate(value.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
