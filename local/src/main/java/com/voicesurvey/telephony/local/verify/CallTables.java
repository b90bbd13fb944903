package com.voicesurvey.telephony.local.verify;

import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.util.Collection;
import java.util.Objects;

import javax.sql.DataSource;

/** Reads what the processor has written, by SQL of its own. */
public final class CallTables {
    private final DSLContext sql;

    public CallTables(DataSource database) {
        this.sql = DSL.using(database, SQLDialect.POSTGRES);
    }

    /** All that is there of those calls. */
    public Holdings holdings(Collection<String> callIds) {
        Object ids = callIds.toArray(String[]::new);
        return new Holdings(
                sql.fetch(
                                """
                                select a.call_id, a.call_stage::text as stage, a.provider_raw_status,
                                    a.provider_call_id, a.answered_at is not null as answered,
                                    a.ended_at is not null as ended, a.duration_seconds,
                                    a.outcome::text as outcome, a.error_code, a.error_message,
                                    c.state::text as state, c.last_outcome::text as last_outcome
                                from call_attempts a join contacts c on c.id = a.contact_id
                                where a.call_id = any (?::text[])
                                """,
                                ids)
                        .map(CallTables::attempt),
                sql.fetch(
                                """
                                select call_id, provider_call_id, event_type::text as type,
                                    applied_at is null as parked
                                from processed_events where call_id = any (?::text[])
                                """,
                                ids)
                        .map(CallTables::event));
    }

    /** How many events of those calls have been applied. */
    long applied(Collection<String> callIds) {
        Object ids = callIds.toArray(String[]::new);
        return count(
                "select count(*) from processed_events"
                        + " where call_id = any (?::text[]) and applied_at is not null",
                ids);
    }

    /** How many messages are on their way to Kafka. */
    long unsent() {
        return count("select count(*) from outbox");
    }

    private long count(String query, Object... arguments) {
        return Objects.requireNonNull(sql.fetchSingle(query, arguments).get(0, Long.class));
    }

    private static HeldEvent event(Record row) {
        return new HeldEvent(
                text(row, "call_id"),
                text(row, "provider_call_id"),
                text(row, "type"),
                flag(row, "parked"));
    }

    private static HeldAttempt attempt(Record row) {
        return new HeldAttempt(
                text(row, "call_id"),
                text(row, "stage"),
                row.get("provider_raw_status", String.class),
                row.get("provider_call_id", String.class),
                flag(row, "answered"),
                flag(row, "ended"),
                row.get("duration_seconds", Integer.class),
                row.get("outcome", String.class),
                row.get("error_code", String.class),
                row.get("error_message", String.class),
                text(row, "state"),
                row.get("last_outcome", String.class));
    }

    private static String text(Record row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static boolean flag(Record row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class), column);
    }
}
