package com.voicesurvey.telephony.ingest.publish;

/** What Kafka said to a record. */
sealed interface SendResult {
    /** All in-sync replicas have it. */
    record Acknowledged() implements SendResult {}

    /** Kafka cannot be asked or does not answer; the record may get there all the same. */
    record Unanswered(String detail) implements SendResult {}

    /** Kafka does not take this record, now or ever. */
    record Refused(String detail) implements SendResult {}
}
