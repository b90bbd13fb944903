package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.testbed.postgres.Database;

import java.sql.Connection;
import java.sql.SQLException;

/** Questions and orders to a database, on a connection of its own each. */
public record Sql(Database database) {

    /** The first column of the first row. */
    public long number(String query) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Runs statements one by one, each in a transaction of its own. */
    public void run(String... statements) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    /** A connection whose transaction goes on until it is closed. */
    public Connection transaction() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }
}
