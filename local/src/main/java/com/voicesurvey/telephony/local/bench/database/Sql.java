package com.voicesurvey.telephony.local.bench.database;

import com.voicesurvey.telephony.testbed.postgres.Database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Questions and orders to a database, on a connection of its own each. */
public record Sql(Database database) {

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The first column of the first row. */
    public long number(String query) {
        return rows(query, row -> row.getLong(1)).getFirst();
    }

    /** Each row's first column, and its second one's number. */
    public Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        rows(query, row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    public <T> List<T> rows(String query, Row<T> reader) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query + ": " + e.getMessage(), e);
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
            throw new IllegalStateException(
                    String.join("; ", statements) + ": " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return database.dataSource().getConnection();
    }
}
