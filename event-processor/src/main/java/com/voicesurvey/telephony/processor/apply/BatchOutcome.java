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

    /** What both came to: a gap wherever there is one. */
    default BatchOutcome and(BatchOutcome other) {
        return switch (this) {
            case Gap gap -> gap;
            case Committed mine ->
                    switch (other) {
                        case Gap gap -> gap;
                        case Committed theirs -> new Committed(mine.report().plus(theirs.report()));
                    };
        };
    }
}
