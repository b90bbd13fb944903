package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What waits in the database.
 *
 * @param parked events without their attempt
 * @param parkedSince when the oldest of them was parked; null where there is none
 * @param unsent messages in the outbox
 * @param unsentSince when the oldest of them was decided on; null where there is none
 * @param askedAbout calls without an end that are being asked about
 * @param givenUp calls without an end that have been asked about for the last time
 */
public record Backlog(
        long parked,
        @Nullable Instant parkedSince,
        long unsent,
        @Nullable Instant unsentSince,
        long askedAbout,
        long givenUp) {
    public static final Backlog NONE = new Backlog(0, null, 0, null, 0, 0);

    public static Backlog count(DSLContext tx) {
        var parked =
                tx.select(DSL.count(), DSL.min(PARKED_EVENTS.PARKED_AT))
                        .from(PARKED_EVENTS)
                        .fetchSingle();
        var unsent = tx.select(DSL.count(), DSL.min(OUTBOX.CREATED_AT)).from(OUTBOX).fetchSingle();
        var a = CALL_ATTEMPTS;
        var o = OVERDUE_CALLS;
        // an end that no look has seen yet counts as one
        var silent =
                tx.select(DSL.count(o.NEXT_REQUEST_AT), DSL.count())
                        .from(o)
                        .join(a)
                        .on(a.CALL_ID.eq(o.CALL_ID))
                        .where(DSL.not(o.OVER))
                        .and(o.REQUESTS.gt(0))
                        .and(a.ENDED_AT.isNull())
                        .fetchSingle();
        return new Backlog(
                parked.value1(),
                Times.ofColumn(parked.value2()),
                unsent.value1(),
                Times.ofColumn(unsent.value2()),
                silent.value1(),
                silent.value2() - silent.value1());
    }
}
