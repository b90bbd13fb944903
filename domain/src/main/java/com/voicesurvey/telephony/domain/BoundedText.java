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
        if (value.chars().anyMatch(Character::isISOControl)) {
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

    private static boolean hasUnpairedSurrogate(String value) {
        return value.codePoints()
                .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
