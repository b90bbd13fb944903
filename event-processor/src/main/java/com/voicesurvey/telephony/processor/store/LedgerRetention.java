package com.voicesurvey.telephony.processor.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps the ledger's days: those to come are made in time, old ones are dropped. */
public final class LedgerRetention {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRetention.class);
    private static final int DAYS_BEHIND = 2;
    private static final int DAYS_AHEAD = 3;

    private final Database database;
    private final Clock clock;
    private final int keptDays;

    /**
     * A ledger's retention.
     *
     * @param keptDays how many days are kept before today
     */
    public LedgerRetention(Database database, Clock clock, int keptDays) {
        this.database = database;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    /** Makes and drops what is due. */
    public void apply() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int dropped =
                database.transaction(
                        tx -> {
                            // whoever waits for these locks has every batch wait behind it
                            tx.execute("set local lock_timeout = '2s'");
                            LedgerDays.ensure(
                                    tx, today.minusDays(DAYS_BEHIND), today.plusDays(DAYS_AHEAD));
                            return LedgerDays.dropBefore(tx, today.minusDays(keptDays));
                        });
        if (dropped > 0) {
            LOG.info("Dropped {} days from the ledger, kept {}", dropped, keptDays);
        }
    }
}
