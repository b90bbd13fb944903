package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.local.faults.oracle.CallRow;
import com.voicesurvey.telephony.local.faults.oracle.EventId;
import com.voicesurvey.telephony.local.faults.oracle.HeldEvent;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

/** All that the database holds of calls and events. */
final class Tables {
    private final DSLContext sql;

    Tables(DataSource database) {
        this.sql = DSL.using(database, SQLDialect.POSTGRES);
    }

    /** Forgets everything; the stored offsets stay, since the topics do. */
    void clear() {
        sql.execute(
                "truncate campaigns, contacts, call_attempts, processed_events, parked_events,"
                        + " outbox, overdue_calls, settled_dead_letters");
    }

    List<CallRow> attempts() {
        return sql.fetch(
                        """
                        select a.call_id, a.call_stage, a.provider_raw_status, a.provider_call_id,
                            extract(epoch from a.answered_at)::bigint as answered_at,
                            extract(epoch from a.ended_at)::bigint as ended_at,
                            a.duration_seconds, a.outcome, a.error_code, a.error_message,
                            c.state as "contact state", c.last_outcome as "contact last_outcome"
                        from call_attempts a join contacts c on c.id = a.contact_id
                        """)
                .map(Tables::row);
    }

    List<HeldEvent> ledger() {
        return sql.fetch(
                        """
                        select call_id, provider_call_id, event_type, applied_at is not null
                        from processed_events
                        """)
                .map(
                        row ->
                                new HeldEvent(
                                        new EventId(text(row, 0), text(row, 1), text(row, 2)),
                                        text(row, 3).equals("true")));
    }

    long parked() {
        return count("select count(*) from parked_events");
    }

    long unsent() {
        return count("select count(*) from outbox");
    }

    private long count(String query) {
        return Objects.requireNonNull(sql.fetchSingle(query).get(0, Long.class));
    }

    private static CallRow row(Record row) {
        Map<String, String> columns = new HashMap<>();
        for (Field<?> field : row.fields()) {
            columns.put(
                    field.getName(),
                    Objects.requireNonNullElse(row.get(field, String.class), CallRow.NONE));
        }
        String callId = Objects.requireNonNull(columns.remove("call_id"));
        return new CallRow(callId, columns);
    }

    private static String text(Record row, int column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
