package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.calls.CallSummary;
import com.voicesurvey.telephony.processor.calls.ParkedCall;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.processor.store.CallLists;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.LedgerSlot;
import com.voicesurvey.telephony.processor.store.LedgerSlots;
import com.voicesurvey.telephony.testbed.Infra;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the console reads of the tables: with the processor's rights, and through an index. */
class LedgerByTimeIT {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private DSLContext superuser;
    private Database database;

    @BeforeEach
    void migrate() throws Exception {
        var server = Infra.postgres().createDatabase();
        superuser = DSL.using(server.dataSource(), SQLDialect.POSTGRES);
        Roles roles = Roles.in(server, superuser);
        Migrations.run(roles.owner().dataSource());
        database =
                Database.on(roles.login("by_time_processor", "voicesurvey_processor").dataSource());
        superuser.execute("select ensure_processed_events_partitions('2026-02-27', '2026-03-02')");
    }

    @Test
    void slots_tell_what_came_was_taken_repeated_and_ended_and_how_long_it_took() {
        insert("a", "call.ringing", "applied", 1, 0.05, 0);
        insert("b", "call.busy", "applied", 2, 0.05, 3);
        insert("c", "call.busy", "overtaken", 3, 0.05, 0);
        insert("d", "call.completed", "applied", 9, 2, 0);
        superuser.execute(
                "update processed_events set disposition = 'parked', applied_at = null"
                        + " where call_id = 'a'");

        Map<Instant, LedgerSlot> slots =
                database.transaction(
                        tx ->
                                LedgerSlots.since(
                                        tx, START, Duration.ofSeconds(10), Duration.ofSeconds(9)));

        LedgerSlot first = slots.getOrDefault(START, LedgerSlot.empty(START));
        assertThat(first.received()).isEqualTo(4);
        assertThat(first.taken()).isEqualTo(3);
        assertThat(first.duplicates()).isEqualTo(3);
        assertThat(first.endings()).containsExactly(Map.entry("call.busy", 1L));
        assertThat(first.waits())
                .as("50 ms, without the parked one")
                .containsExactly(Map.entry(78, 2L));
        Instant next = START.plusSeconds(10);
        LedgerSlot second = slots.getOrDefault(next, LedgerSlot.empty(next));
        assertThat(second.taken()).isEqualTo(1);
        assertThat(second.received()).isZero();
        assertThat(second.endings()).containsExactly(Map.entry("call.completed", 1L));
        assertThat(LedgerSlot.milliseconds(second.waits().keySet().iterator().next()))
                .isBetween(1_950.0, 2_050.0);
    }

    @Test
    void lists_are_read_with_the_processors_rights() {
        new Seeds(superuser).dialled("stuck", START);
        assertThat(database.<Object>transaction(CallLists::underWay))
                .isEqualTo(Map.of("planned", 1L));
        assertThat(database.<Long>transaction(tx -> CallLists.countStuck(tx, START.plusSeconds(1))))
                .isEqualTo(1);
        assertThat(database.<Long>transaction(tx -> CallLists.countStuck(tx, START))).isZero();
        assertThat(database.<List<ParkedCall>>transaction(CallLists::parked)).isEmpty();
        assertThat(database.<List<CallSummary>>transaction(tx -> CallLists.find(tx, "stuck")))
                .hasSize(1);
    }

    @Test
    void days_that_are_made_later_have_the_index_and_it_is_used() {
        superuser.execute(
                """
                insert into processed_events (call_id, provider_call_id, event_type, event_day,
                    received_at, taken_at, applied_at, kafka_partition, kafka_offset)
                select n, n, 'call.ringing', '2026-03-01', t, t, t, 0, n
                from (select n, timestamptz '2026-03-01 00:00Z' + n * interval '1 second' as t
                    from generate_series(1, 80000) n) rows
                """);
        superuser.execute(
                "select brin_summarize_new_values(c.oid::regclass) from pg_class c"
                        + " join pg_am a on a.oid = c.relam where a.amname = 'brin' and c.relkind = 'i'");
        superuser.execute("analyze processed_events");

        String plan =
                superuser
                        .fetch(
                                "explain select count(*) from processed_events"
                                        + " where taken_at >= '2026-03-01 22:00Z'"
                                        + " and event_day between '2026-02-27' and '2026-03-02'")
                        .format();

        assertThat(plan).contains("Bitmap Index Scan on processed_events_20260301_taken_at_idx");
    }

    private void insert(
            String call,
            String type,
            String disposition,
            double second,
            double wait,
            int repeated) {
        superuser.execute(
                """
                insert into processed_events (call_id, provider_call_id, event_type, event_day,
                    disposition, received_at, taken_at, applied_at, duplicates, kafka_partition,
                    kafka_offset)
                select ?, 'CA', ?::call_event_type, '2026-03-01', ?::event_disposition, at,
                    at + make_interval(secs => ?), at + make_interval(secs => ?), ?, 0, 0
                from (select timestamptz '2026-03-01 10:00Z' + make_interval(secs => ?) as at) times
                """,
                call,
                type,
                disposition,
                wait,
                wait,
                repeated,
                second);
    }
}
