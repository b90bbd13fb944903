package com.voicesurvey.telephony.testbed.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/** One statement on a connection of its own. */
final class Sql {
    private Sql() {}

    static void run(Database database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static @Nullable String ask(Database database, String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
