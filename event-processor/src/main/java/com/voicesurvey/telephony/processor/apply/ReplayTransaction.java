package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.processor.store.DataRefusedException;
import com.voicesurvey.telephony.processor.store.Database;

import org.jooq.DSLContext;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Applies records that the processors have read before, once more through the ledger: only events
 * that it does not hold reach their calls. Neither offsets nor dead letters nor dialogues come of
 * it, and repetitions are not counted, since nobody has reported anything twice.
 *
 * <h2>Failure semantics</h2>
 *
 * The records of one call are committed together or not at all. May run beside processors and
 * beside itself: whoever enters an event into the ledger first, applies it. A record that the
 * database refuses is passed over alone.
 */
public final class ReplayTransaction {
    private final Database database;
    private final Clock clock;

    public ReplayTransaction(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Applies those records and returns once that is committed.
     *
     * @param items marked as replayed
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it is not
     *     known to be committed
     */
    public ReplayCount apply(List<BatchItem> items) {
        if (items.isEmpty()) {
            return ReplayCount.NONE;
        }
        try {
            return database.transaction(tx -> apply(tx, items));
        } catch (DataRefusedException e) {
            if (items.size() == 1) {
                return ReplayCount.notStorable();
            }
            int middle = items.size() / 2;
            return apply(items.subList(0, middle)).plus(apply(items.subList(middle, items.size())));
        }
    }

    private ReplayCount apply(DSLContext tx, List<BatchItem> items) {
        Instant now = clock.instant();
        EventIntake intake = EventIntake.of(items);
        EventApplication application = new EventApplication(tx, now);
        intake.enterLedger(tx, now);
        application.apply(intake.newEvents());
        application.write();
        BatchReport report = application.report(items.size(), 0, intake.repetitions());
        return new ReplayCount(
                report.read(),
                report.applied().size(),
                report.parked(),
                report.duplicates(),
                intake.unusable().size() + application.contradictions());
    }
}
