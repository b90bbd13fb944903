package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.processor.db.Routines;

import org.jooq.DSLContext;

import java.time.LocalDate;

/** The ledger's daily partitions. */
public final class LedgerDays {
    private LedgerDays() {}

    /** Creates the partitions of those days, where they are not there. */
    public static void ensure(DSLContext tx, LocalDate first, LocalDate last) {
        Routines.ensureProcessedEventsPartitions(tx.configuration(), first, last);
    }

    /** Drops all days before that one, and returns how many partitions there were. */
    public static int dropBefore(DSLContext tx, LocalDate firstKept) {
        return Routines.dropProcessedEventsBefore(tx.configuration(), firstKept);
    }
}
