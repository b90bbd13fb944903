package com.voicesurvey.telephony.ingest.publish;

/** What became of a record. */
public sealed interface PublishResult {
    /** It is kept: on all in-sync replicas, or synced to the disk on its way there. */
    record Durable() implements PublishResult {}

    /** It is not known to be kept; the detail says why, for a log. */
    record Unavailable(String detail) implements PublishResult {}
}
