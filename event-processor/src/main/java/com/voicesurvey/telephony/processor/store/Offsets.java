package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CONSUMER_OFFSETS;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where each partition is to be read on, by the topic's id. A partition that was never read stands
 * at 0.
 */
public final class Offsets {
    private Offsets() {}

    /** The next offset of each of those partitions, without locking. */
    public static Map<Integer, Long> read(DSLContext tx, String topicId, Set<Integer> partitions) {
        Map<Integer, Long> next = new TreeMap<>();
        partitions.forEach(partition -> next.put(partition, 0L));
        tx.select(CONSUMER_OFFSETS.KAFKA_PARTITION, CONSUMER_OFFSETS.NEXT_OFFSET)
                .from(CONSUMER_OFFSETS)
                .where(CONSUMER_OFFSETS.TOPIC_ID.eq(topicId))
                .and(
                        CONSUMER_OFFSETS.KAFKA_PARTITION.eq(
                                DSL.any(partitions.toArray(Integer[]::new))))
                .forEach(row -> next.put(row.value1(), row.value2()));
        return next;
    }

    /**
     * The next offset of each of those partitions, locked until the transaction ends: of two
     * processors that hold the same partition, one after the other.
     */
    public static Map<Integer, Long> lock(DSLContext tx, String topicId, Set<Integer> partitions) {
        Map<Integer, Long> locked = selectForUpdate(tx, topicId, partitions);
        if (locked.size() < partitions.size()) {
            insertMissing(tx, topicId, partitions);
            locked = selectForUpdate(tx, topicId, partitions);
        }
        return locked;
    }

    /**
     * Moves the locked offsets.
     *
     * @throws IllegalStateException if one of them is not there
     */
    public static void move(DSLContext tx, String topicId, Map<Integer, Long> next) {
        var rows = new ArrayRows<>(List.copyOf(next.entrySet()));
        var partition = rows.column(CONSUMER_OFFSETS.KAFKA_PARTITION, Map.Entry::getKey);
        var offset = rows.column(CONSUMER_OFFSETS.NEXT_OFFSET, Map.Entry::getValue);
        int moved =
                tx.update(CONSUMER_OFFSETS)
                        .set(CONSUMER_OFFSETS.NEXT_OFFSET, offset)
                        .set(CONSUMER_OFFSETS.UPDATED_AT, DSL.currentOffsetDateTime())
                        .from(rows.table())
                        .where(CONSUMER_OFFSETS.TOPIC_ID.eq(topicId))
                        .and(CONSUMER_OFFSETS.KAFKA_PARTITION.eq(partition))
                        .execute();
        RowCount.require("consumer_offsets", next.size(), moved);
    }

    private static Map<Integer, Long> selectForUpdate(
            DSLContext tx, String topicId, Set<Integer> partitions) {
        return new TreeMap<>(
                tx.select(CONSUMER_OFFSETS.KAFKA_PARTITION, CONSUMER_OFFSETS.NEXT_OFFSET)
                        .from(CONSUMER_OFFSETS)
                        .where(CONSUMER_OFFSETS.TOPIC_ID.eq(topicId))
                        .and(
                                CONSUMER_OFFSETS.KAFKA_PARTITION.eq(
                                        DSL.any(partitions.toArray(Integer[]::new))))
                        .orderBy(CONSUMER_OFFSETS.KAFKA_PARTITION)
                        .forUpdate()
                        .fetchMap(CONSUMER_OFFSETS.KAFKA_PARTITION, CONSUMER_OFFSETS.NEXT_OFFSET));
    }

    private static void insertMissing(DSLContext tx, String topicId, Set<Integer> partitions) {
        var rows = new ArrayRows<>(partitions.stream().sorted().toList());
        var partition = rows.column(CONSUMER_OFFSETS.KAFKA_PARTITION, p -> p);
        tx.insertInto(
                        CONSUMER_OFFSETS,
                        CONSUMER_OFFSETS.TOPIC_ID,
                        CONSUMER_OFFSETS.KAFKA_PARTITION,
                        CONSUMER_OFFSETS.NEXT_OFFSET)
                .select(DSL.select(DSL.val(topicId), partition, DSL.val(0L)).from(rows.table()))
                .onConflictDoNothing()
                .execute();
    }
}
