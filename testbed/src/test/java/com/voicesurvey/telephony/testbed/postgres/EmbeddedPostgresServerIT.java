package com.voicesurvey.telephony.testbed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

class EmbeddedPostgresServerIT {
    @TempDir static Path directory;
    static EmbeddedPostgresServer postgres;

    @BeforeAll
    static void launch() {
        postgres = EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.kept(0, directory));
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void commits_to_disk_as_in_production() throws SQLException {
        assertThat(Sql.ask(postgres.database(), "show fsync")).isEqualTo("on");
        assertThat(Sql.ask(postgres.database(), "show synchronous_commit")).isEqualTo("on");
        assertThat(Sql.ask(postgres.database(), "show full_page_writes")).isEqualTo("on");
    }

    @Test
    void databases_are_independent() throws SQLException {
        Database one = postgres.createDatabase();
        Database other = postgres.createDatabase();
        Sql.run(one, "create table calls (id int)");

        assertThat(Sql.ask(one, "select to_regclass('calls')")).isEqualTo("calls");
        assertThat(Sql.ask(other, "select to_regclass('calls')")).isNull();
    }

    @Test
    void data_survives_a_stop_and_a_kill() throws SQLException {
        Database database = postgres.createDatabase();
        Sql.run(database, "create table calls as select 1 as id");

        postgres.stop();
        assertThatThrownBy(() -> Sql.ask(database, "select 1")).isInstanceOf(SQLException.class);
        postgres.start();
        Sql.run(database, "insert into calls values (2)");
        postgres.kill();
        assertThatThrownBy(() -> Sql.ask(database, "select 1")).isInstanceOf(SQLException.class);
        postgres.start();

        assertThat(Sql.ask(database, "select count(*) from calls")).isEqualTo("2");
    }

    @Test
    void addresses_carry_user_and_password() throws SQLException {
        assertThat(postgres.url("voicesurvey"))
                .isEqualTo(
                        "postgresql://voicesurvey:voicesurvey@127.0.0.1:%d/voicesurvey"
                                .formatted(postgres.port()));
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("voicesurvey"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        Database right = postgres.database();
        var wrong = new Database(right.host(), right.port(), right.name(), right.user(), "wrong");

        assertThatThrownBy(() -> Sql.ask(wrong, "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void one_directory_serves_one_program_at_a_time() {
        assertThatThrownBy(
                        () ->
                                EmbeddedPostgresServer.launch(
                                        EmbeddedPostgresOptions.kept(0, directory)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is in use");
    }

    @Test
    void a_first_start_that_was_cut_off_is_begun_anew(@TempDir Path cutOff) throws Exception {
        Path data = Files.createDirectories(cutOff.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");

        try (var started = EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.kept(0, cutOff))) {
            assertThat(Sql.ask(started.database(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void temporary_data_goes_with_its_server() {
        Path data;
        try (var temporary = EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.temporary())) {
            data = temporary.dataDirectory();
            assertThat(data).isNotEmptyDirectory();
        }
        assertThat(Files.exists(data)).isFalse();
    }
}
