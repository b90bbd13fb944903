package com.voicesurvey.telephony.testbed.twilio;

/** A call's status as callbacks report it. Source: Twilio, Voice status callbacks. */
public enum CallStatus {
    INITIATED("initiated"),
    RINGING("ringing"),
    IN_PROGRESS("in-progress"),
    COMPLETED("completed"),
    BUSY("busy"),
    NO_ANSWER("no-answer"),
    FAILED("failed"),
    CANCELED("canceled");

    private final String wireName;

    CallStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the parameter {@code CallStatus}. */
    public String wireName() {
        return wireName;
    }

    /** Whether the call has ended with it. */
    public boolean isTerminal() {
        return compareTo(COMPLETED) >= 0;
    }
}
