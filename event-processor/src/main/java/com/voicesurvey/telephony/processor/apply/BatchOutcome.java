package com.voicesurvey.telephony.processor.apply;

/** What came of a batch. */
public sealed interface BatchOutcome {
    /** All of it is in the database. */
    record Committed(BatchReport report) implements BatchOutcome {}

    /**
     * Nothing was applied: reading had begun above where that partition stands in the database, so
     * records would be skipped.
     */
    record Gap(int partition, long storedOffset) implements BatchOutcome {}
}
