package com.voicesurvey.telephony.testbed.twilio;

import org.jspecify.annotations.Nullable;

/**
 * What a terminal callback tells beyond the status.
 *
 * @param seconds how long the call was connected, 0 if it was not
 * @param sipResponseCode the carrier's answer; Twilio leaves it out at times
 * @param errorCode Twilio's error, rare
 * @param errorMessage its text, rare
 * @param answeredBy what answering-machine detection found, where that is on
 */
public record CallEnd(
        int seconds,
        @Nullable Integer sipResponseCode,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String answeredBy) {

    public CallEnd {
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds must not be negative: " + seconds);
        }
    }

    /** What Twilio bills, and calls {@code Duration}. */
    int startedMinutes() {
        return Math.ceilDiv(seconds, 60);
    }
}
