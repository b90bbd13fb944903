package com.voicesurvey.telephony.domain;

/**
 * The platform's name for one call attempt, chosen when it dials; 1 to 255 characters, not a UUID.
 * Key of every record on {@code call-events}, so that one call's events stay in order.
 */
public record CallId(String value) implements Comparable<CallId> {
    public CallId {
        BoundedText.require("call_id", value, BoundedText.ID_LENGTH);
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
