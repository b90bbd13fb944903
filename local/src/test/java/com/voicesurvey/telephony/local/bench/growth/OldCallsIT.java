package com.voicesurvey.telephony.local.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.processor.migrate.Migrations;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;

class OldCallsIT {
    @Test
    void there_are_so_many_and_the_tables_are_as_before() throws SQLException {
        Database database = Infra.postgres().createDatabase();
        Migrations.run(database.dataSource());
        Sql sql = new Sql(database);
        sql.run(
                "insert into campaigns (id, name) values ('%s', 'old')"
                        .formatted(CallNames.CAMPAIGN));
        List<String> before = rules(sql);

        new OldCalls(database, _ -> {}).add(1_000);

        assertThat(sql.number("select count(*) from processed_events")).isEqualTo(1_000);
        assertThat(sql.number("select count(*) from call_attempts where ended_at is not null"))
                .isEqualTo(1_000);
        assertThat(rules(sql)).isEqualTo(before);
    }

    /** The indexes and constraints of all tables but the ledger's days. */
    private static List<String> rules(Sql sql) {
        return sql.rows(
                """
                select rule from (
                    select indexdef as rule from pg_indexes where schemaname = 'public'
                    union all
                    select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
                    from pg_constraint where connamespace = 'public'::regnamespace
                ) rules where rule !~ 'processed_events_\\d' order by rule
                """,
                row -> row.getString(1));
    }
}
