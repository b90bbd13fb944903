package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Place;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the places of dead letters are typed: {@code 0@17}, or with the topic's name before it. */
public final class LetterPlaces {
    private static final Pattern FORM =
            Pattern.compile("(?:" + Topics.DEAD_LETTERS + "-)?(\\d{1,9})@(\\d{1,18})");

    private LetterPlaces() {}

    public static String text(Place place) {
        return place.partition() + "@" + place.offset();
    }

    /**
     * The place that is meant.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Place parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no dead letter: give PARTITION@OFFSET, as the list shows it");
        }
        return new Place(Integer.parseInt(form.group(1)), Long.parseLong(form.group(2)));
    }
}
