package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.processor.db.enums.CallEventType;
import com.voicesurvey.telephony.processor.db.enums.EventDisposition;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What the ledger says of the latest minutes, slot by slot, in one pass over their rows. */
public final class LedgerSlots {
    /** Days on either side of a time of taking on which events that are not late by much lie. */
    private static final int DAYS_BEFORE = 3;

    private static final int DAYS_AFTER = 1;

    private static final Field<OffsetDateTime> TAKEN =
            DSL.field(DSL.name("taken"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> RECEIVED =
            DSL.field(DSL.name("received"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<CallEventType> TYPE =
            DSL.field(DSL.name("event_type"), PROCESSED_EVENTS.EVENT_TYPE.getDataType());
    private static final Field<EventDisposition> DISPOSITION =
            DSL.field(DSL.name("disposition"), PROCESSED_EVENTS.DISPOSITION.getDataType());
    private static final Field<Integer> WAIT = DSL.field(DSL.name("wait"), SQLDataType.INTEGER);
    private static final Field<Integer> DUPLICATES =
            DSL.field(DSL.name("duplicates"), SQLDataType.INTEGER);
    private static final Field<Integer> EVENTS = DSL.count().as("events");
    private static final Field<Long> REPEATED =
            DSL.sum(DUPLICATES).cast(SQLDataType.BIGINT).as("repeated");

    private LedgerSlots() {}

    /**
     * The slots since that time, as far as anything is in them, by their start.
     *
     * @param from a multiple of the slot since the epoch
     * @param limit how long the database may take over it
     */
    public static Map<Instant, LedgerSlot> since(
            DSLContext tx, Instant from, Duration slot, Duration limit) {
        // nobody's batch is to wait for somebody's look
        tx.execute("set local statement_timeout = " + limit.toMillis());
        Map<Instant, LedgerSlot> slots = new TreeMap<>();
        var rows = rows(from, slot).asTable("events");
        tx.select(TAKEN, TYPE, DISPOSITION, WAIT, RECEIVED, EVENTS, REPEATED)
                .from(rows)
                .groupBy(
                        DSL.groupingSets(
                                new Field<?>[] {TAKEN, TYPE, DISPOSITION},
                                new Field<?>[] {TAKEN, WAIT},
                                new Field<?>[] {RECEIVED}))
                .forEach(row -> add(slots, row, from));
        return slots;
    }

    private static org.jooq.Select<?> rows(Instant from, Duration slot) {
        var t = PROCESSED_EVENTS;
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        return DSL.select(
                        start(t.TAKEN_AT, slot).as(TAKEN),
                        start(t.RECEIVED_AT, slot).as(RECEIVED),
                        t.EVENT_TYPE.as(TYPE),
                        t.DISPOSITION.as(DISPOSITION),
                        waitClass().as(WAIT),
                        t.DUPLICATES.as(DUPLICATES))
                .from(t)
                .where(t.TAKEN_AT.ge(Times.toColumn(from)))
                .and(t.EVENT_DAY.between(day.minusDays(DAYS_BEFORE), day.plusDays(DAYS_AFTER)));
    }

    private static Field<OffsetDateTime> start(Field<OffsetDateTime> time, Duration slot) {
        return DSL.field(
                "date_bin({0}, {1}, timestamptz 'epoch')",
                SQLDataType.TIMESTAMPWITHTIMEZONE,
                DSL.inline(slot.toSeconds() + " seconds").cast(SQLDataType.INTERVAL),
                time);
    }

    /** Null for what was parked: there the wait is the attempt's. */
    private static Field<Integer> waitClass() {
        var t = PROCESSED_EVENTS;
        return DSL.field(
                "case when {0} = {1} then floor({2} * ln(greatest(1,"
                        + " 1000 * extract(epoch from {1} - {3}))))::integer end",
                SQLDataType.INTEGER,
                t.APPLIED_AT,
                t.TAKEN_AT,
                DSL.inline(LedgerSlot.CLASSES_PER_E),
                t.RECEIVED_AT);
    }

    private static void add(Map<Instant, LedgerSlot> slots, Record row, Instant from) {
        Instant taken = Times.ofColumn(row.get(TAKEN));
        Instant received = Times.ofColumn(row.get(RECEIVED));
        CallEventType type = row.get(TYPE);
        Integer wait = row.get(WAIT);
        long events = row.get(EVENTS);
        if (taken != null && type != null) {
            change(slots, taken, slot -> slot.withTaken(events, row.get(REPEATED)));
            if (row.get(DISPOSITION) == EventDisposition.applied && isEnd(type)) {
                change(slots, taken, slot -> slot.withEnding(type.getLiteral(), events));
            }
        } else if (taken != null && wait != null) {
            change(slots, taken, slot -> slot.withWait(wait, events));
        } else if (received != null && !received.isBefore(from)) {
            change(slots, received, slot -> slot.withReceived(events));
        }
    }

    private static boolean isEnd(CallEventType type) {
        EventType event = EnumColumns.EVENT_TYPE.domain(type);
        return event != null && event.stage() == CallStage.ENDED;
    }

    private static void change(
            Map<Instant, LedgerSlot> slots, Instant start, UnaryOperator<LedgerSlot> by) {
        slots.put(start, by.apply(slots.getOrDefault(start, LedgerSlot.empty(start))));
    }
}
