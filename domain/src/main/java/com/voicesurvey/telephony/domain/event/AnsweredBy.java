package com.voicesurvey.telephony.domain.event;

import java.util.Locale;

/** Who or what picked up, when answering-machine detection is on (Twilio: {@code AnsweredBy}). */
public enum AnsweredBy {
    HUMAN,
    MACHINE_START,
    MACHINE_END_BEEP,
    MACHINE_END_SILENCE,
    MACHINE_END_OTHER,
    FAX,
    /** The provider could not tell, or used a word that is not known here. */
    UNKNOWN;

    /** The word in records and answers, such as {@code machine_start}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of that wire name; {@link #UNKNOWN} for a word that is not known. */
    public static AnsweredBy ofWireName(String word) {
        for (AnsweredBy value : values()) {
            if (value.wireName().equals(word)) {
                return value;
            }
        }
        return UNKNOWN;
    }
}
