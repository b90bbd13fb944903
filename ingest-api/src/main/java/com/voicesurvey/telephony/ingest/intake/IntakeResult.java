package com.voicesurvey.telephony.ingest.intake;

import com.voicesurvey.telephony.domain.CallId;

/** What became of a callback. */
public sealed interface IntakeResult {
    /** It was genuine and is durable. */
    record Processed(CallId callId, String eventType) implements IntakeResult {}

    /** The same event was durable already. */
    record Duplicate(CallId callId, String eventType) implements IntakeResult {}

    /** Its status is not known here; it is durable among the dead letters. */
    record Quarantined(CallId callId, String eventType) implements IntakeResult {}

    /** It cannot be read, now or ever; the detail says what to mend. */
    record Unreadable(String detail) implements IntakeResult {}

    /** It does not come from the provider. */
    record Rejected(String detail) implements IntakeResult {}

    /** It is not known to be durable, so the provider has to send it again. */
    record NotKept() implements IntakeResult {}
}
