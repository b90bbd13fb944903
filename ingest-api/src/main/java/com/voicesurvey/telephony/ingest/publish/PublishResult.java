package com.voicesurvey.telephony.ingest.publish;

/** What became of a record. */
public sealed interface PublishResult {
    /** All in-sync replicas have it. */
    record Durable() implements PublishResult {}

    /** It is not known to be kept; the detail says why, for a log. */
    record Unavailable(String detail) implements PublishResult {}
}
