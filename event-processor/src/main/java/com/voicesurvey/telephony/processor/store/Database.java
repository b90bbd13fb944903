package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.fault.PhoneNumbers;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

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
    private final DSLContext dsl;

    private Database(DSLContext dsl) {
        this.dsl = dsl;
    }

    public static Database on(DataSource source) {
        // jOOQ announces itself in the log of every process otherwise
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        return new Database(DSL.using(source, SQLDialect.POSTGRES));
    }

    /**
     * Runs the work in a transaction, and returns once that is committed.
     *
     * @throws DatabaseUnavailableException if it is not known to be committed
     * @throws DataRefusedException if it was rolled back for the data that it wrote
     */
    public <T extends @Nullable Object> T transaction(Function<DSLContext, T> work) {
        try {
            return dsl.transactionResult(configuration -> work.apply(configuration.dsl()));
        } catch (DataAccessException e) {
            String state = e.sqlState();
            String message = "SQLSTATE " + state + ": " + firstLine(e);
            if (state.startsWith("22") || state.startsWith("23")) {
                throw new DataRefusedException(message, e);
            }
            throw new DatabaseUnavailableException(message, e);
        }
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
    private static String firstLine(DataAccessException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        // the pool says that it has no connection, and its cause says why
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return PhoneNumbers.masked(
                String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
    }
}
