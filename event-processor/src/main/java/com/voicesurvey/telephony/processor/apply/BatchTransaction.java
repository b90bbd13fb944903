package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.processor.store.DataRefusedException;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.store.Offsets;

import org.jooq.DSLContext;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Applies one batch in one transaction, with a fixed number of statements whatever the batch's
 * size.
 *
 * <h2>Failure semantics</h2>
 *
 * Offsets, ledger, attempts, contacts, parked events and outbox change together or not at all. A
 * batch may be handed in again after any failure, by any process, also when it is not known whether
 * its commit went through: what the stored offsets lie above is passed over, and what the ledger
 * holds is not applied again. Two processors that hold the same partition are serialized by its
 * offset's lock.
 */
public final class BatchTransaction {
    private final Database database;
    private final Clock clock;

    public BatchTransaction(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Applies the batch and returns once it is committed.
     *
     * @throws DatabaseUnavailableException if it is not known to be committed
     * @throws DataRefusedException if the database refuses what is in it; nothing is committed then
     */
    public BatchOutcome apply(TopicBatch batch) {
        return database.transaction(tx -> apply(tx, batch));
    }

    private BatchOutcome apply(DSLContext tx, TopicBatch batch) {
        Map<Integer, Long> stored = Offsets.lock(tx, batch.topicId(), batch.partitions());
        List<BatchItem> fresh = new ArrayList<>();
        for (var part : batch.slices().entrySet()) {
            long next = Objects.requireNonNull(stored.get(part.getKey()));
            if (part.getValue().from() > next) {
                return new BatchOutcome.Gap(part.getKey(), next);
            }
            fresh.addAll(part.getValue().itemsSince(next));
        }
        Instant now = clock.instant();
        EventIntake intake = EventIntake.of(fresh);
        EventApplication application = new EventApplication(tx, now);
        intake.enterLedger(tx, now);
        intake.noteRepetitions(tx);
        application.apply(intake.newEvents());
        application.giveUp(intake.unusable());
        application.giveUpContradicting();
        application.write();
        Offsets.move(tx, batch.topicId(), forward(stored, batch.nextOffsets()));
        return new BatchOutcome.Committed(
                application.report(
                        batch.size(), batch.size() - fresh.size(), intake.repetitions()));
    }

    private static Map<Integer, Long> forward(Map<Integer, Long> stored, Map<Integer, Long> next) {
        Map<Integer, Long> furthest = new TreeMap<>(stored);
        next.forEach((partition, offset) -> furthest.merge(partition, offset, Math::max));
        return furthest;
    }
}
