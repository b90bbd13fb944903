package com.voicesurvey.telephony.ingest.publish;

/** Whether Kafka would take an event now. */
public sealed interface Reachability {
    record Reachable() implements Reachability {}

    /** The detail says what to look at. */
    record Unreachable(String detail) implements Reachability {}
}
