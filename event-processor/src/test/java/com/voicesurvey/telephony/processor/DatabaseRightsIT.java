package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.processor.overdue.OverdueCalls;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the roles of deploy/postgres/roles.sql can and cannot do. */
class DatabaseRightsIT {
    private static final String NOT_ALLOWED = "42501";

    private static DSLContext superuser;
    private static Database processor;
    private static Database console;

    @BeforeAll
    static void migrate() throws Exception {
        Database database = Infra.postgres().createDatabase();
        superuser = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
        Roles roles = Roles.in(database, superuser);
        processor = roles.login("rights_test_processor", "voicesurvey_processor");
        console = roles.login("rights_test_console", "voicesurvey_console");
        Migrations.run(roles.owner().dataSource());
    }

    @Test
    void the_processors_role_can_alter_nothing_and_reads_no_telephone_number() {
        DSLContext sql = DSL.using(processor.dataSource(), SQLDialect.POSTGRES);
        for (String statement :
                new String[] {
                    "drop table outbox",
                    "drop table processed_events_default",
                    "alter table outbox add column x int",
                    "alter table processed_events detach partition processed_events_default",
                    "alter function drop_processed_events_before(date) security invoker",
                    "truncate outbox",
                    "truncate processed_events",
                    "create table x (id int)",
                    "create function x() returns int language sql as 'select 1'",
                    "drop function drop_processed_events_before(date)",
                    "insert into call_attempts (contact_id, campaign_id, attempt_number, call_id)"
                            + " select id, campaign_id, 1, 'x' from contacts",
                    "delete from call_attempts",
                    "delete from contacts",
                    "delete from consumer_offsets",
                    "update contacts set phone_number = ''",
                    "update call_attempts set call_id = ''",
                    "update outbox set message_value = null",
                    "update flyway_schema_history set success = true",
                    "select phone_number from contacts",
                    "select * from contacts",
                    "select email from contacts",
                    "select * from pg_authid",
                    "create role x",
                    "set role voicesurvey_owner",
                    "copy call_attempts to program 'true'"
                }) {
            assertRefused(sql, statement);
        }
    }

    @Test
    void the_processors_role_can_ask_about_overdue_calls_and_take_no_question_back() {
        Instant now = Instant.now();
        new Seeds(superuser).dialled("overdue", now.minus(Duration.ofHours(1)));
        SetClock clock = new SetClock(now);
        OverdueCalls overdue =
                new OverdueCalls(
                        com.voicesurvey.telephony.processor.store.Database.on(
                                processor.dataSource()),
                        new OverdueRules(Duration.ofMinutes(5), Duration.ofMinutes(10), 8),
                        clock,
                        questions -> {});
        overdue.ask();
        clock.forward(Duration.ofHours(1));
        overdue.ask();
        assertThat(superuser.fetchValue("select requests from overdue_calls")).isEqualTo(2);
        assertThat(superuser.fetchValue("select count(*) from outbox")).isEqualTo(2L);

        DSLContext sql = DSL.using(processor.dataSource(), SQLDialect.POSTGRES);
        for (String statement :
                new String[] {
                    "delete from overdue_calls",
                    "truncate overdue_calls",
                    "drop table overdue_calls",
                    "alter table overdue_calls add column x int"
                }) {
            assertRefused(sql, statement);
        }
        DSL.using(console.dataSource(), SQLDialect.POSTGRES).fetch("select * from overdue_calls");
        assertRefused(
                DSL.using(console.dataSource(), SQLDialect.POSTGRES),
                "update overdue_calls set requests = 1");
    }

    @Test
    void the_processors_role_can_settle_a_dead_letter_and_unsettle_none() {
        var place = new SettledDeadLetters.Place(0, 17);
        var settled =
                com.voicesurvey.telephony.processor.store.Database.on(processor.dataSource())
                        .transaction(
                                tx ->
                                        SettledDeadLetters.settle(
                                                tx,
                                                "topic",
                                                List.of(place),
                                                SettledDeadLetters.Settlement.DISCARDED,
                                                Instant.now()));
        assertThat(settled).containsExactly(place);

        DSLContext sql = DSL.using(processor.dataSource(), SQLDialect.POSTGRES);
        assertRefused(sql, "delete from settled_dead_letters");
        assertRefused(sql, "update settled_dead_letters set settlement = 'redriven'");
    }

    @Test
    void the_console_reads_calls_and_writes_nothing_and_sees_no_telephone_number() {
        DSLContext sql = DSL.using(console.dataSource(), SQLDialect.POSTGRES);
        sql.fetch("select call_id, outcome, error_code from call_attempts");
        sql.fetch(
                "select c.state, a.call_id from contacts c join call_attempts a on a.contact_id = c.id");
        sql.fetch("select * from processed_events");
        sql.fetch("select count(*) from outbox");
        sql.fetch("select count(*) from parked_events");
        for (String statement :
                new String[] {
                    "select phone_number from contacts",
                    "select * from contacts",
                    "select error_message from call_attempts",
                    "select message_value from outbox",
                    "select message_value from parked_events",
                    "update contacts set state = 'completed'",
                    "update call_attempts set outcome = 'busy'",
                    "delete from processed_events",
                    "insert into outbox (topic, headers) values ('dialogue-starts', '[]')",
                    "select drop_processed_events_before(current_date)",
                    "select ensure_processed_events_partitions(current_date, current_date)",
                    "select * from outbox for update",
                    "drop table outbox"
                }) {
            assertRefused(sql, statement);
        }

        superuser.execute("grant voicesurvey_personal_data to " + console.user());
        sql.fetch("select phone_number, email from contacts");
        assertRefused(sql, "update contacts set phone_number = ''");
        superuser.execute("revoke voicesurvey_personal_data from " + console.user());
    }

    @Test
    void a_temporary_table_does_not_take_the_place_of_the_ledger() throws SQLException {
        try (var connection = processor.dataSource().getConnection()) {
            DSLContext sql = DSL.using(connection, SQLDialect.POSTGRES);
            sql.execute("create temporary table processed_events (event_day date)");
            sql.execute("create temporary table processed_events_default (event_day date)");
            sql.fetch("select ensure_processed_events_partitions(date '2031-05-01', '2031-05-01')");
        }
        assertThat(superuser.fetchValue("select to_regclass('processed_events_20310501')::text"))
                .isEqualTo("processed_events_20310501");
    }

    private static void assertRefused(DSLContext sql, String statement) {
        assertThatThrownBy(() -> sql.execute(statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        DataAccessException.class,
                        e -> assertThat(e.sqlState()).as(statement).isEqualTo(NOT_ALLOWED));
    }
}
