package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.db.enums.CallEventType;
import com.voicesurvey.telephony.processor.message.ReadEvent;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ledger of events taken.
 *
 * <h2>Failure semantics</h2>
 *
 * A key enters once for as long as its day is kept; whoever inserts it first, takes it, and any
 * other transaction waits for that one's end to learn whether it did. After its day is dropped the
 * state rules alone make a repetition harmless.
 */
public final class Ledger {
    private static final Comparator<ReadEvent> BY_KEY =
            Comparator.comparing((ReadEvent entry) -> entry.key().callId())
                    .thenComparing(entry -> entry.key().providerCallId().value())
                    .thenComparing(entry -> entry.key().type());

    private Ledger() {}

    /**
     * Inserts those entries, whose keys and places on the topic differ, and returns the keys that
     * were not there: the events to be applied now.
     */
    public static Set<EventKey> insertNew(
            DSLContext tx, Collection<ReadEvent> entries, Instant now) {
        // in key order, so that two transactions never wait for each other
        var rows = new ArrayRows<>(entries.stream().sorted(BY_KEY).toList());
        var t = PROCESSED_EVENTS;
        var columns =
                List.<Field<?>>of(
                        rows.column(t.CALL_ID, e -> e.key().callId().value()),
                        rows.column(t.PROVIDER_CALL_ID, e -> e.key().providerCallId().value()),
                        rows.column(
                                t.EVENT_TYPE, e -> EnumColumns.EVENT_TYPE.column(e.key().type())),
                        rows.column(t.EVENT_DAY, e -> EventDay.of(e.event().header())),
                        rows.column(t.SEQUENCE_NUMBER, e -> e.event().header().sequenceNumber()),
                        rows.column(t.ANSWERED_BY, Ledger::answeredBy),
                        rows.column(
                                t.PROVIDER_TIME,
                                e -> Times.toColumn(e.event().header().providerTime())),
                        rows.column(
                                t.RECEIVED_AT,
                                e -> Times.toColumn(e.event().header().receivedAt())),
                        ArrayRows.constant(t.TAKEN_AT, Times.toColumn(now)),
                        ArrayRows.constant(t.APPLIED_AT, Times.toColumn(now)),
                        rows.column(t.KAFKA_PARTITION, e -> e.source().partition()),
                        rows.column(t.KAFKA_OFFSET, e -> e.source().offset()));
        // told by their places, which are half as long as their keys
        Set<Place> inserted = new HashSet<>();
        tx.insertInto(t)
                .columns(columns.stream().map(c -> t.field(c.getUnqualifiedName())).toList())
                .select(DSL.select(columns).from(rows.table()))
                .onConflictDoNothing()
                .returning(t.KAFKA_PARTITION, t.KAFKA_OFFSET)
                .fetch()
                .forEach(
                        row ->
                                inserted.add(
                                        new Place(row.getKafkaPartition(), row.getKafkaOffset())));
        return entries.stream()
                .filter(entry -> inserted.contains(Place.of(entry)))
                .map(ReadEvent::key)
                .collect(Collectors.toSet());
    }

    /** Which of those events it holds. */
    public static Set<EventKey> held(DSLContext tx, Collection<ReadEvent> entries) {
        var t = PROCESSED_EVENTS;
        var rows = new ArrayRows<>(List.copyOf(entries));
        var match = match(rows, ReadEvent::key, entry -> EventDay.of(entry.event().header()));
        return tx.select(t.CALL_ID, t.PROVIDER_CALL_ID, t.EVENT_TYPE)
                .from(t)
                .join(rows.table())
                .on(match)
                .fetchSet(row -> key(row.value1(), row.value2(), row.value3()));
    }

    /** All that it holds of those calls, and whether each waits for its attempt. */
    public static Map<CallId, Map<EventKey, Disposition>> ofCalls(
            DSLContext tx, Collection<CallId> calls) {
        var t = PROCESSED_EVENTS;
        Map<CallId, Map<EventKey, Disposition>> held = new HashMap<>();
        tx.select(t.CALL_ID, t.PROVIDER_CALL_ID, t.EVENT_TYPE, t.DISPOSITION)
                .from(t)
                .where(
                        t.CALL_ID.eq(
                                DSL.any(calls.stream().map(CallId::value).toArray(String[]::new))))
                .forEach(
                        row -> {
                            EventKey key = key(row.value1(), row.value2(), row.value3());
                            held.computeIfAbsent(key.callId(), call -> new HashMap<>())
                                    .put(
                                            key,
                                            Objects.requireNonNull(
                                                    EnumColumns.DISPOSITION.domain(row.value4())));
                        });
        return held;
    }

    private static EventKey key(
            String callId, String providerCallId, @Nullable CallEventType type) {
        return new EventKey(
                new CallId(callId),
                new ProviderCallId(providerCallId),
                Objects.requireNonNull(EnumColumns.EVENT_TYPE.domain(type)));
    }

    /** Where on the topic an entry is. */
    private record Place(int partition, long offset) {
        static Place of(ReadEvent entry) {
            return new Place(entry.source().partition(), entry.source().offset());
        }
    }

    /** Adds to the count of repetitions of events that the ledger holds. */
    public static void countDuplicates(DSLContext tx, Map<EventKey, DuplicateCount> duplicates) {
        var rows = new ArrayRows<>(List.copyOf(duplicates.entrySet()));
        var match = match(rows, Map.Entry::getKey, entry -> entry.getValue().day());
        var more = rows.column(PROCESSED_EVENTS.DUPLICATES, entry -> entry.getValue().count());
        tx.update(PROCESSED_EVENTS)
                .set(PROCESSED_EVENTS.DUPLICATES, PROCESSED_EVENTS.DUPLICATES.plus(more))
                .from(rows.table())
                .where(match)
                .execute();
    }

    /**
     * Notes what became of events that did not simply apply, or apply only now.
     *
     * @param appliedAt ignored for events that are parked
     */
    public static void note(DSLContext tx, Collection<Disposed> events, Instant appliedAt) {
        var rows = new ArrayRows<>(List.copyOf(events));
        var match = match(rows, e -> e.event().key(), e -> EventDay.of(e.event().header()));
        var disposition =
                rows.column(
                        PROCESSED_EVENTS.DISPOSITION,
                        e -> EnumColumns.DISPOSITION.column(e.disposition()));
        var at =
                rows.column(
                        PROCESSED_EVENTS.APPLIED_AT,
                        e ->
                                e.disposition() == Disposition.PARKED
                                        ? null
                                        : Times.toColumn(appliedAt));
        int noted =
                tx.update(PROCESSED_EVENTS)
                        .set(PROCESSED_EVENTS.DISPOSITION, disposition)
                        .set(PROCESSED_EVENTS.APPLIED_AT, at)
                        .from(rows.table())
                        .where(match)
                        .execute();
        RowCount.require("processed_events", events.size(), noted);
    }

    /** Forgets events that were given up, so that they can be taken again once they are mended. */
    public static void forget(DSLContext tx, Collection<CallEvent> events) {
        var rows = new ArrayRows<>(List.copyOf(events));
        var match = match(rows, CallEvent::key, event -> EventDay.of(event.header()));
        tx.deleteFrom(PROCESSED_EVENTS).using(rows.table()).where(match).execute();
    }

    private static <T> Condition match(
            ArrayRows<T> rows, Function<T, EventKey> key, Function<T, LocalDate> day) {
        var t = PROCESSED_EVENTS;
        return t.CALL_ID
                .eq(rows.column(t.CALL_ID, row -> key.apply(row).callId().value()))
                .and(
                        t.PROVIDER_CALL_ID.eq(
                                rows.column(
                                        t.PROVIDER_CALL_ID,
                                        row -> key.apply(row).providerCallId().value())))
                .and(
                        t.EVENT_TYPE.eq(
                                rows.column(
                                        t.EVENT_TYPE,
                                        row ->
                                                EnumColumns.EVENT_TYPE.column(
                                                        key.apply(row).type()))))
                .and(t.EVENT_DAY.eq(rows.column(t.EVENT_DAY, day)));
    }

    private static @Nullable String answeredBy(ReadEvent entry) {
        var who = entry.event().header().answeredBy();
        return who == null ? null : who.wireName();
    }
}
