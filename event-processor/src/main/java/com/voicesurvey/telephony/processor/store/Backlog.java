package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;

import org.jooq.DSLContext;

/**
 * What waits in the database.
 *
 * @param parked events without their attempt
 * @param unsent messages in the outbox
 */
public record Backlog(long parked, long unsent) {
    public static final Backlog NONE = new Backlog(0, 0);

    public static Backlog count(DSLContext tx) {
        return new Backlog(tx.fetchCount(PARKED_EVENTS), tx.fetchCount(OUTBOX));
    }
}
