package com.voicesurvey.telephony.processor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.voicesurvey.telephony.processor.config.DatabaseUrl;
import com.voicesurvey.telephony.testbed.Infra;
import com.zaxxer.hikari.HikariDataSource;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One connection, so that each transaction gets the one that the last has left behind. */
class DatabaseIT {
    private HikariDataSource pool;
    private Database database;

    @BeforeEach
    void open() {
        DatabaseUrl url = DatabaseUrl.parse(Infra.postgres().createDatabase().url());
        pool = ConnectionPool.open(new DatabaseSettings(url, 1, false));
        database = Database.on(pool);
        run("create table numbers (n integer unique deferrable initially deferred)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void what_is_done_in_a_transaction_stays() {
        run("insert into numbers values (1)");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void nothing_stays_of_a_transaction_that_fails_in_its_own_code() {
        assertThatThrownBy(
                        () ->
                                database.transaction(
                                        tx -> {
                                            tx.execute("insert into numbers values (1)");
                                            throw new IllegalStateException("a row is gone");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isZero();
    }

    @Test
    void nothing_stays_of_a_transaction_whose_data_is_refused() {
        assertThatThrownBy(
                        () ->
                                database.transaction(
                                        tx -> {
                                            tx.execute("insert into numbers values (1)");
                                            return tx.execute("insert into numbers values ('x')");
                                        }))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageStartingWith("SQLSTATE 22P02: ERROR: invalid input syntax");
        assertThat(count()).isZero();
    }

    @Test
    void data_that_is_refused_at_the_commit_only_is_refused() {
        assertThatThrownBy(() -> run("insert into numbers values (1), (1)"))
                .isInstanceOf(DataRefusedException.class)
                .hasMessageStartingWith("SQLSTATE 23505");
        assertThat(count()).isZero();
    }

    @Test
    void what_is_not_about_the_data_is_tried_again() {
        assertThatThrownBy(() -> run("insert into nowhere values (1)"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("nowhere");
        assertThat(count()).isZero();
    }

    @Test
    void a_connection_that_breaks_is_replaced() {
        assertThatThrownBy(() -> run("select pg_terminate_backend(pg_backend_pid())"))
                .isInstanceOf(DatabaseUnavailableException.class);
        run("insert into numbers values (1)");
        assertThat(count()).isEqualTo(1);
    }

    private void run(String sql) {
        database.transaction(tx -> tx.execute(sql));
    }

    private int count() {
        return database.transaction(tx -> tx.fetchCount(DSL.table("numbers")));
    }
}
