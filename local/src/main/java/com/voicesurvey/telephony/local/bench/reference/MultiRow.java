package com.voicesurvey.telephony.local.bench.reference;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * One statement for many rows: {@code values (?, ?), (?, ?)} as often as there are rows.
 *
 * @param before the statement up to the first row
 * @param row one row's placeholders
 * @param after the rest of the statement
 */
record MultiRow<T>(String before, String row, String after, Binding<T> binding) {

    /** Gives a row's values, in the order of the placeholders. */
    @FunctionalInterface
    interface Binding<T> {
        @Nullable Object[] values(T row);
    }

    /** Runs it; nothing happens without rows. */
    void run(Connection connection, Collection<T> rows) throws SQLException {
        if (!rows.isEmpty()) {
            try (PreparedStatement statement = prepared(connection, rows)) {
                statement.executeUpdate();
            }
        }
    }

    /** Runs it; the first columns that it returns, joined by blanks. */
    Set<String> returned(Connection connection, Collection<T> rows) throws SQLException {
        Set<String> returned = new HashSet<>();
        try (PreparedStatement statement = prepared(connection, rows);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                returned.add(result.getString(1) + " " + result.getString(2));
            }
        }
        return returned;
    }

    private PreparedStatement prepared(Connection connection, Collection<T> rows)
            throws SQLException {
        String sql = before + String.join(", ", Collections.nCopies(rows.size(), row)) + after;
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (T one : rows) {
            for (Object value : binding.values(one)) {
                statement.setObject(index++, value);
            }
        }
        return statement;
    }
}
