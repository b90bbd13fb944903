package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.fault.PhoneNumbers;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Where transactions start, and where their failures are told apart.
 *
 * <h2>Failure semantics</h2>
 *
 * Only what PostgreSQL says of the data itself, SQLSTATE classes 22 and 23, is a refusal.
 * Everything else, a missing table as well as a lost connection or a deadlock, counts as not
 * available: nothing is given up for it.
 */
public final class Database {
    private final DataSource source;

    private Database(DataSource source) {
        this.source = source;
    }

    public static Database on(DataSource source) {
        // jOOQ announces itself in the log of every process otherwise
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return new Database(source);
    }

    /**
     * Runs the work in a transaction, and returns once that is committed.
     *
     * @throws DatabaseUnavailableException if it is not known to be committed
     * @throws DataRefusedException if it was rolled back for the data that it wrote
     */
    public <T extends @Nullable Object> T transaction(Function<DSLContext, T> work) {
        // the pool rolls back what is not committed when a connection is returned
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var provider = new DefaultConnectionProvider(connection);
            T result = work.apply(DSL.using(provider, SQLDialect.POSTGRES));
            connection.commit();
            return result;
        } catch (DataAccessException e) {
            throw failure(e.sqlState(), e);
        } catch (SQLException e) {
            throw failure(String.valueOf(e.getSQLState()), e);
        }
    }

    private static RuntimeException failure(String state, Exception cause) {
        String message = "SQLSTATE " + state + ": " + firstLine(cause);
        return state.startsWith("22") || state.startsWith("23")
                ? new DataRefusedException(message, cause)
                : new DatabaseUnavailableException(message, cause);
    }

    /** Whether the database answers now. */
    public boolean answers() {
        try {
            return transaction(tx -> tx.selectOne().fetchOne()) != null;
        } catch (DatabaseUnavailableException e) {
            return false;
        }
    }

    /**
     * The server's own words, without jOOQ's SQL and without the data that a detail line may show.
     */
    private static String firstLine(Exception e) {
        Throwable cause = e;
        // the pool says that it has no connection, and its cause says why
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return PhoneNumbers.masked(
                String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }
}
