package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.processor.db.tables.records.ParkedEventsRecord;
import com.voicesurvey.telephony.processor.message.HeaderJson;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.DSL;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The events that wait for their attempt. */
public final class Parked {
    private Parked() {}

    public static void add(DSLContext tx, Collection<ReadEvent> events, Instant now) {
        var t = PARKED_EVENTS;
        var rows = new ArrayRows<>(List.copyOf(events));
        var columns =
                List.<Field<?>>of(
                        rows.column(t.CALL_ID, p -> p.event().key().callId().value()),
                        rows.column(
                                t.PROVIDER_CALL_ID, p -> p.event().key().providerCallId().value()),
                        rows.column(
                                t.EVENT_TYPE, p -> EnumColumns.EVENT_TYPE.column(p.event().type())),
                        rows.column(t.EVENT_DAY, p -> EventDay.of(p.event().header())),
                        rows.bytes(t.MESSAGE_KEY, p -> p.source().key()),
                        rows.bytes(t.MESSAGE_VALUE, p -> p.source().value()),
                        rows.column(
                                t.HEADERS, p -> JSON.json(HeaderJson.write(p.source().headers()))),
                        rows.column(t.KAFKA_TOPIC, p -> p.source().topic()),
                        rows.column(t.KAFKA_PARTITION, p -> p.source().partition()),
                        rows.column(t.KAFKA_OFFSET, p -> p.source().offset()),
                        ArrayRows.constant(t.PARKED_AT, Times.toColumn(now)));
        tx.insertInto(t)
                .columns(columns.stream().map(c -> t.field(c.getUnqualifiedName())).toList())
                .select(DSL.select(columns).from(rows.table()))
                .execute();
    }

    /** Calls whose events wait although their attempt is there by now. */
    public static List<CallId> callsWithAttempt(DSLContext tx, int limit) {
        return tx.selectDistinct(PARKED_EVENTS.CALL_ID)
                .from(PARKED_EVENTS)
                .join(CALL_ATTEMPTS)
                .on(CALL_ATTEMPTS.CALL_ID.eq(PARKED_EVENTS.CALL_ID))
                .limit(limit)
                .fetch(row -> new CallId(row.value1()));
    }

    /**
     * Takes the events that wait for those calls, whose attempts are locked, in order of arrival.
     */
    public static List<ReadEvent> take(DSLContext tx, Collection<CallId> calls) {
        return inOrder(
                tx.deleteFrom(PARKED_EVENTS)
                        .where(
                                PARKED_EVENTS.CALL_ID.eq(
                                        DSL.any(
                                                calls.stream()
                                                        .map(CallId::value)
                                                        .toArray(String[]::new))))
                        .returning()
                        .fetch());
    }

    /** Takes events that have waited since before that time and that nobody else is taking. */
    public static List<ReadEvent> takeExpired(DSLContext tx, Instant before, int limit) {
        return inOrder(
                tx.deleteFrom(PARKED_EVENTS)
                        .where(
                                PARKED_EVENTS.ID.in(
                                        DSL.select(PARKED_EVENTS.ID)
                                                .from(PARKED_EVENTS)
                                                .where(
                                                        PARKED_EVENTS.PARKED_AT.lt(
                                                                Times.toColumn(before)))
                                                .orderBy(PARKED_EVENTS.ID)
                                                .limit(limit)
                                                .forUpdate()
                                                .skipLocked()))
                        .returning()
                        .fetch());
    }

    private static List<ReadEvent> inOrder(List<ParkedEventsRecord> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(ParkedEventsRecord::getId))
                .map(Parked::event)
                .toList();
    }

    private static ReadEvent event(ParkedEventsRecord row) {
        byte[] value = Objects.requireNonNull(row.getMessageValue());
        return switch (CallEventDecoder.decode(value)) {
            case DecodedValue.Event decoded ->
                    new ReadEvent(
                            decoded.event(),
                            new SourceRecord(
                                    row.getKafkaTopic(),
                                    row.getKafkaPartition(),
                                    row.getKafkaOffset(),
                                    row.getMessageKey(),
                                    value,
                                    HeaderJson.read(row.getHeaders().data())));
            case DecodedValue.UnknownStatus unknown -> throw notAnEvent(row);
            case DecodedValue.Unreadable unreadable -> throw notAnEvent(row);
        };
    }

    private static IllegalStateException notAnEvent(ParkedEventsRecord row) {
        return new IllegalStateException("parked_events " + row.getId() + " holds no call event");
    }
}
