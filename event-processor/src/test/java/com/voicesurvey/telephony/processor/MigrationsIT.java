package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;

import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class MigrationsIT {
    private final Database database = Infra.postgres().createDatabase();
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);

    @Test
    void processors_that_start_at_once_migrate_an_empty_database_once() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(
                        () -> {
                            Migrations.run(database.dataSource());
                            return true;
                        });
            }
            for (Future<Boolean> start : threads.invokeAll(starts)) {
                assertThat(start.get()).isTrue();
            }
        }
        assertThat(versions())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    }

    @Test
    void a_database_that_holds_the_tables_of_req_001_is_baselined_and_keeps_its_rows()
            throws Exception {
        sql.execute(resource("/db/migration/V1__req_001_tables.sql"));
        sql.execute(
                "insert into campaigns (id, name) values"
                        + " ('6f1b6a3e-3a4f-4c1e-9d59-0d7e1d1c0a01', 'old')");
        sql.execute(
                "insert into contacts (id, campaign_id, phone_number) values"
                        + " ('6f1b6a3e-3a4f-4c1e-9d59-0d7e1d1c0a02',"
                        + " '6f1b6a3e-3a4f-4c1e-9d59-0d7e1d1c0a01', '+15550100002')");
        sql.execute(
                "insert into call_attempts (contact_id, campaign_id, attempt_number, call_id) values"
                        + " ('6f1b6a3e-3a4f-4c1e-9d59-0d7e1d1c0a02',"
                        + " '6f1b6a3e-3a4f-4c1e-9d59-0d7e1d1c0a01', 1, 'old-call')");

        Migrations.run(database.dataSource());
        Migrations.run(database.dataSource());

        assertThat(versions())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(sql.fetchValue("select type from flyway_schema_history where version = '1'"))
                .isEqualTo("BASELINE");
        assertThat(sql.selectFrom(CALL_ATTEMPTS).fetchSingle().getCallId()).isEqualTo("old-call");
    }

    @Test
    void calls_that_are_under_way_when_the_index_of_them_goes_are_still_known() throws Exception {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target("8")
                // the grants are of all tables that there will be
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
        Seeds seeds = new Seeds(sql);
        Instant now = Instant.now();
        seeds.dialled("old", now.minus(Duration.ofDays(3)));
        seeds.dialled("young", now.minus(Duration.ofMinutes(5)));
        seeds.dialled("ended", now.minus(Duration.ofDays(3)));
        seeds.dialled("asked about", now.minus(Duration.ofDays(3)));
        seeds.dialled("asked about and ended", now.minus(Duration.ofDays(3)));
        sql.execute("update call_attempts set ended_at = now() where call_id like '%ended'");
        sql.execute(
                "insert into overdue_calls (call_id, requests)"
                        + " select call_id, 3 from call_attempts where call_id like 'asked%'");

        Migrations.run(database.dataSource());

        assertThat(sql.fetch("select call_id from calls_under_way").into(String.class))
                .containsExactlyInAnyOrder("old", "young", "asked about");
        assertThat(
                        sql.fetch("select requests from overdue_calls where not over order by 1")
                                .into(Integer.class))
                .containsExactly(0, 3);
    }

    /** Otherwise every index of an attempt is touched by each of those updates. */
    @Test
    void no_index_of_attempts_looks_at_what_the_steps_of_a_call_change() throws Exception {
        Migrations.run(database.dataSource());

        List<String> lookedAt =
                sql.fetch(
                                """
                                select distinct a.attname
                                from pg_index i
                                join pg_depend d on d.objid = i.indexrelid
                                    and d.refobjid = i.indrelid and d.refobjsubid > 0
                                join pg_attribute a on a.attrelid = i.indrelid
                                    and a.attnum = d.refobjsubid
                                where i.indrelid = 'call_attempts'::regclass
                                """)
                        .into(String.class);

        // the provider's id is written once, and with the dialling if the scheduler does it
        assertThat(lookedAt)
                .containsExactlyInAnyOrder(
                        "started_at", "contact_id", "attempt_number", "provider_call_id");
    }

    private List<String> versions() {
        return sql.fetch(
                        "select version from flyway_schema_history where success and version is not"
                                + " null order by installed_rank")
                .into(String.class);
    }

    private static String resource(String name) throws IOException {
        try (var stream = MigrationsIT.class.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
