package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.Sql;
import com.voicesurvey.telephony.local.faults.world.World;

import java.sql.Connection;
import java.sql.SQLException;

/** Somebody else locks attempts in the opposite order, until PostgreSQL has to end a deadlock. */
final class PostgresDeadlock implements Scenario {
    private static final int MOST_TRIES = 20;
    private static final String DEADLOCKS =
            "select deadlocks from pg_stat_database where datname = current_database()";
    private static final String LOCK =
            """
            select 1 from call_attempts
            where call_id %s (select percentile_disc(0.5) within group (order by call_id)
                from call_attempts)
            order by call_id desc for update
            """;

    @Override
    public void play(Stage stage) {
        World world = stage.world();
        Sql sql = world.sql();
        long before = sql.number(DEADLOCKS);
        stage.fault(
                "deadlocks with event-processor",
                () -> {
                    for (int i = 0; i < MOST_TRIES && sql.number(DEADLOCKS) == before; i++) {
                        lockBackwards(stage, sql);
                    }
                });
        stage.require("there was a deadlock", sql.number(DEADLOCKS) > before);
    }

    private static void lockBackwards(Stage stage, Sql sql) {
        try (Connection other = sql.transaction();
                var statement = other.createStatement()) {
            statement.execute(LOCK.formatted(">"));
            stage.await("a processor to wait", () -> stage.world().waitingForLocks() > 0);
            statement.execute(LOCK.formatted("<="));
            other.rollback();
        } catch (SQLException e) {
            // this one was chosen to give way, and not the processor
        }
    }
}
