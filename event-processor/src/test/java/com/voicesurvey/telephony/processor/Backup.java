package com.voicesurvey.telephony.processor;

import org.jooq.DSLContext;

import java.util.List;

/** A copy of what processors write, taken beside the tables and put back over them. */
record Backup(DSLContext sql) {
    private static final List<String> TABLES =
            List.of("contacts", "call_attempts", "processed_events", "consumer_offsets");

    static Backup of(DSLContext sql) {
        sql.execute("create schema backup");
        TABLES.forEach(table -> sql.execute("create table backup." + table + " as table " + table));
        return new Backup(sql);
    }

    /** Leaves nothing of what came since. */
    void restore() {
        sql.execute("truncate processed_events, consumer_offsets, outbox, parked_events");
        sql.execute("insert into processed_events select * from backup.processed_events");
        sql.execute("insert into consumer_offsets select * from backup.consumer_offsets");
        sql.execute("delete from call_attempts");
        sql.execute("delete from contacts");
        sql.execute("insert into contacts select * from backup.contacts");
        sql.execute("insert into call_attempts select * from backup.call_attempts");
    }
}
