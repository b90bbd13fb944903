package com.voicesurvey.telephony.processor.apply;

/**
 * What came of records that were read again.
 *
 * @param read records
 * @param applied events that were missing and reached their attempt
 * @param parked events that were missing and now wait for their attempt
 * @param alreadyThere events that the ledger held
 * @param notApplicable records that are dead letters: unreadable, of an unknown status,
 *     contradicting their attempt, or refused by the database
 */
public record ReplayCount(int read, int applied, int parked, int alreadyThere, int notApplicable) {
    static final ReplayCount NONE = new ReplayCount(0, 0, 0, 0, 0);

    static ReplayCount notStorable() {
        return new ReplayCount(1, 0, 0, 0, 1);
    }

    ReplayCount plus(ReplayCount other) {
        return new ReplayCount(
                read + other.read,
                applied + other.applied,
                parked + other.parked,
                alreadyThere + other.alreadyThere,
                notApplicable + other.notApplicable);
    }
}
