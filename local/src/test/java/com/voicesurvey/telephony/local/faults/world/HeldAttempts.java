package com.voicesurvey.telephony.local.faults.world;

import java.sql.Connection;
import java.sql.SQLException;

/** A transaction that holds all attempts, so that whoever applies events stops in mid-batch. */
public record HeldAttempts(Connection connection) implements AutoCloseable {

    static HeldAttempts in(Sql sql) {
        try {
            Connection connection = sql.transaction();
            try (var statement = connection.createStatement()) {
                statement.execute("select 1 from call_attempts order by call_id for update");
            }
            return new HeldAttempts(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets them go. */
    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
