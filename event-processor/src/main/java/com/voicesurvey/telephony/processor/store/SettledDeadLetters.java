package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.SETTLED_DEAD_LETTERS;

import com.voicesurvey.telephony.processor.db.enums.DeadLetterSettlement;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dead letters that somebody has dealt with, by where they stand. */
public final class SettledDeadLetters {
    private SettledDeadLetters() {}

    /** Where on the topic of dead letters one stands. */
    public record Place(int partition, long offset) {}

    /** What was done with it. */
    public enum Settlement {
        /** It is on its topic again. */
        REDRIVEN,
        /** Somebody decided that it is not needed. */
        DISCARDED
    }

    /** All that are dealt with. */
    public static Map<Place, Settlement> all(DSLContext tx, String topicId) {
        var t = SETTLED_DEAD_LETTERS;
        Map<Place, Settlement> settled = new HashMap<>();
        tx.select(t.KAFKA_PARTITION, t.KAFKA_OFFSET, t.SETTLEMENT)
                .from(t)
                .where(t.TOPIC_ID.eq(topicId))
                .forEach(
                        row ->
                                settled.put(
                                        new Place(row.value1(), row.value2()),
                                        row.value3() == DeadLetterSettlement.redriven
                                                ? Settlement.REDRIVEN
                                                : Settlement.DISCARDED));
        return settled;
    }

    /** How many are dealt with. */
    public static long count(DSLContext tx, String topicId) {
        return tx.fetchCount(SETTLED_DEAD_LETTERS, SETTLED_DEAD_LETTERS.TOPIC_ID.eq(topicId));
    }

    /** Notes what is done with those, and returns the ones that nobody had dealt with before. */
    public static Set<Place> settle(
            DSLContext tx,
            String topicId,
            Collection<Place> places,
            Settlement settlement,
            Instant now) {
        var t = SETTLED_DEAD_LETTERS;
        var rows = new ArrayRows<>(List.copyOf(places));
        var literal =
                settlement == Settlement.REDRIVEN
                        ? DeadLetterSettlement.redriven
                        : DeadLetterSettlement.discarded;
        var columns =
                List.<Field<?>>of(
                        DSL.val(topicId, t.TOPIC_ID).as(t.TOPIC_ID),
                        rows.column(t.KAFKA_PARTITION, Place::partition),
                        rows.column(t.KAFKA_OFFSET, Place::offset),
                        DSL.val(literal, t.SETTLEMENT).as(t.SETTLEMENT),
                        DSL.val(Times.toColumn(now), t.SETTLED_AT).as(t.SETTLED_AT));
        Set<Place> settled = new HashSet<>();
        tx.insertInto(t)
                .columns(columns.stream().map(c -> t.field(c.getUnqualifiedName())).toList())
                .select(DSL.select(columns).from(rows.table()))
                .onConflictDoNothing()
                .returning(t.KAFKA_PARTITION, t.KAFKA_OFFSET)
                .fetch()
                .forEach(
                        row ->
                                settled.add(
                                        new Place(row.getKafkaPartition(), row.getKafkaOffset())));
        return settled;
    }
}
