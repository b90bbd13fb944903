package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** Why a record was set aside. */
public enum DeadLetterReason {
    /** The provider reported a status that is not known here. */
    UNKNOWN_STATUS,
    /** The record's value is not a call event that this version can read. */
    UNREADABLE,
    /** The event's ids contradict those of the attempt that it names. */
    CONTRADICTS_ATTEMPT,
    /** No attempt of that call_id appeared within the time that events are parked for. */
    ATTEMPT_NEVER_CAME,
    /** The database refuses the event, alone as well as in its batch. */
    NOT_STORABLE;

    /** The word in headers, metrics and answers, such as {@code unknown_status}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason of that wire name, or null for a word that is not known. */
    public static @Nullable DeadLetterReason ofWireName(String word) {
        for (DeadLetterReason reason : values()) {
            if (reason.wireName().equals(word)) {
                return reason;
            }
        }
        return null;
    }
}
