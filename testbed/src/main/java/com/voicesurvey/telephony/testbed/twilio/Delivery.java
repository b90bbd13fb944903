package com.voicesurvey.telephony.testbed.twilio;

import java.time.Duration;

/** What became of a callback, all its tries taken together. */
public sealed interface Delivery {

    /** How often it was sent, at least 1. */
    int attempts();

    /** From the first try's start to the last one's end. */
    Duration latency();

    /** The receiver answered 2xx: Twilio is done with it. */
    record Accepted(int status, String body, int attempts, Duration latency) implements Delivery {}

    /** The receiver's last answer was no success: Twilio drops the callback. */
    record Rejected(int status, String body, int attempts, Duration latency) implements Delivery {}

    /** The last try brought no answer: Twilio drops the callback. */
    record GaveUp(RetryOn failure, String reason, int attempts, Duration latency)
            implements Delivery {}
}
