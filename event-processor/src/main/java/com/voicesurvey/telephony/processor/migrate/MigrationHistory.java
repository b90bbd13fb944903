package com.voicesurvey.telephony.processor.migrate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/**
 * What Flyway has written down in the database of the migrations that it ran. Whether there is
 * nothing to do can be seen of it without Flyway, whose start and validation take 0.2 s of every
 * start.
 */
final class MigrationHistory {
    private MigrationHistory() {}

    /**
     * Whether every migration of this version was run as it is now, and no other. False also where
     * this cannot be said, for Flyway to look at.
     */
    static boolean isComplete(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return false;
        }
        Map<String, Integer> toBeRun = MigrationFiles.checksums();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select version, script, checksum, success, type"
                                        + " from flyway_schema_history")) {
            while (row.next()) {
                if (!row.getBoolean("success") || !wasRun(row, toBeRun)) {
                    return false;
                }
            }
        }
        return toBeRun.isEmpty();
    }

    private static boolean wasRun(ResultSet row, Map<String, Integer> toBeRun) throws SQLException {
        if (row.getString("type").equals("BASELINE")) {
            String first = "V" + row.getString("version") + "__";
            return toBeRun.keySet().removeIf(script -> script.startsWith(first));
        }
        Integer checksum = toBeRun.remove(row.getString("script"));
        return checksum != null && Objects.equals(checksum, row.getObject("checksum"));
    }

    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select to_regclass('flyway_schema_history') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
