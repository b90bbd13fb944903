package com.voicesurvey.telephony.processor.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Database;

import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.SQLException;

/** Flyway is spared where it would find nothing to do, and nowhere else. */
class MigrationHistoryIT {
    private final Database database = Infra.postgres().createDatabase();
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);

    @Test
    void is_complete_once_Flyway_has_run_and_not_before() throws Exception {
        assertThat(isComplete()).isFalse();
        Migrations.run(database.dataSource());
        assertThat(isComplete()).isTrue();
        assertThat(Migrations.pending(database.dataSource())).isZero();
    }

    @Test
    void is_complete_too_where_the_first_tables_were_there_before() throws Exception {
        sql.execute(MigrationFiles.text("V1__req_001_tables.sql"));
        Migrations.run(database.dataSource());
        assertThat(sql.fetchValue("select type from flyway_schema_history where version = '1'"))
                .isEqualTo("BASELINE");
        assertThat(isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '3'",
                "update flyway_schema_history set checksum = null where version = '3'",
                "update flyway_schema_history set success = false where version = '8'",
                "delete from flyway_schema_history where version = '8'",
                "delete from flyway_schema_history where version = '4'",
                "update flyway_schema_history set version = '999', script = 'V999__later.sql'"
                        + " where version = '8'"
            })
    void is_not_complete_once_anything_is_otherwise(String change) throws Exception {
        Migrations.run(database.dataSource());
        assertThat(sql.execute(change)).isOne();
        assertThat(isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '3'",
                "update flyway_schema_history set success = false where version = '8'"
            })
    void a_changed_or_failed_migration_is_an_error_still(String change) throws Exception {
        Migrations.run(database.dataSource());
        sql.execute(change);
        assertThatThrownBy(() -> Migrations.run(database.dataSource()))
                .isInstanceOf(FlywayException.class);
    }

    @Test
    void rights_are_given_again_although_there_is_nothing_to_run() throws Exception {
        Migrations.run(database.dataSource());
        sql.execute(
                "do $$ begin create role voicesurvey_console; exception when others then null; end"
                        + " $$");
        sql.execute("revoke all on campaigns from voicesurvey_console");

        Migrations.run(database.dataSource());

        assertThat(
                        sql.fetchValue(
                                "select has_table_privilege('voicesurvey_console', 'campaigns',"
                                        + " 'select')"))
                .isEqualTo(true);
    }

    private boolean isComplete() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return MigrationHistory.isComplete(connection);
        }
    }
}
