package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;

import com.voicesurvey.telephony.processor.message.HeaderJson;
import com.voicesurvey.telephony.processor.message.OutboxMessage;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.List;

/** Messages decided on and not yet sent. */
public final class Outbox {
    private Outbox() {}

    /** A stored message and its place in the outbox. */
    public record Entry(long id, OutboxMessage message) {}

    public static void add(DSLContext tx, Collection<OutboxMessage> messages) {
        var rows = new ArrayRows<>(List.copyOf(messages));
        var columns =
                List.<Field<?>>of(
                        rows.column(OUTBOX.TOPIC, OutboxMessage::topic),
                        rows.bytes(OUTBOX.MESSAGE_KEY, OutboxMessage::key),
                        rows.bytes(OUTBOX.MESSAGE_VALUE, OutboxMessage::value),
                        rows.column(OUTBOX.HEADERS, m -> JSON.json(HeaderJson.write(m.headers()))));
        tx.insertInto(OUTBOX)
                .columns(columns.stream().map(c -> OUTBOX.field(c.getUnqualifiedName())).toList())
                .select(DSL.select(columns).from(rows.table()))
                .execute();
    }

    /**
     * The oldest messages that no other processor is sending, locked until the transaction ends.
     *
     * @param limit at least 1
     */
    public static List<Entry> lockOldest(DSLContext tx, int limit) {
        return tx.selectFrom(OUTBOX)
                .orderBy(OUTBOX.ID)
                .limit(limit)
                .forUpdate()
                .skipLocked()
                .fetch(
                        row ->
                                new Entry(
                                        row.getId(),
                                        new OutboxMessage(
                                                row.getTopic(),
                                                row.getMessageKey(),
                                                row.getMessageValue(),
                                                HeaderJson.read(row.getHeaders().data()))));
    }

    /**
     * Removes locked messages, once they were sent.
     *
     * @throws IllegalStateException if one of them is gone
     */
    public static void remove(DSLContext tx, Collection<Entry> sent) {
        int removed =
                tx.deleteFrom(OUTBOX)
                        .where(
                                OUTBOX.ID.eq(
                                        DSL.any(sent.stream().map(Entry::id).toArray(Long[]::new))))
                        .execute();
        RowCount.require("outbox", sent.size(), removed);
    }
}
