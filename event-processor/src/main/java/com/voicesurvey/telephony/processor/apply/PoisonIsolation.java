package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.store.DataRefusedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps a record that the database refuses from stopping its partition: its batch is applied in
 * halves until the record is alone, and that one goes to the dead letters.
 *
 * <h2>Failure semantics</h2>
 *
 * Only what PostgreSQL says of the data itself counts as a refusal. Anything else, a missing table
 * as well as a lost connection, is passed on, and no record is given up for it.
 */
public final class PoisonIsolation {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonIsolation.class);

    private final BatchTransaction transaction;

    public PoisonIsolation(BatchTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Applies the batch and returns once all of it is committed.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it is not
     *     known to be committed
     */
    public BatchOutcome apply(TopicBatch batch) {
        try {
            return transaction.apply(batch);
        } catch (DataRefusedException e) {
            if (batch.size() > 1) {
                return applyHalves(batch.halves());
            }
            String detail = "the database refuses it: " + e.getMessage();
            LOG.error("Giving up a record: {}", detail);
            return transaction.apply(refused(batch, detail));
        }
    }

    private BatchOutcome applyHalves(List<TopicBatch> halves) {
        return switch (apply(halves.getFirst())) {
            case BatchOutcome.Gap gap -> gap;
            case BatchOutcome.Committed first -> first.and(apply(halves.getLast()));
        };
    }

    private static TopicBatch refused(TopicBatch batch, String detail) {
        SortedMap<Integer, TopicBatch.Slice> slices = new TreeMap<>();
        batch.slices()
                .forEach(
                        (partition, slice) ->
                                slices.put(
                                        partition,
                                        new TopicBatch.Slice(
                                                slice.from(),
                                                slice.next(),
                                                slice.items().stream()
                                                        .map(item -> refused(item, detail))
                                                        .toList())));
        return new TopicBatch(batch.topicId(), slices);
    }

    private static BatchItem refused(BatchItem item, String detail) {
        return BatchItem.unusable(item.source(), DeadLetterReason.NOT_STORABLE, detail);
    }
}
