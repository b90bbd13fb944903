package com.voicesurvey.telephony.processor.migrate;

import com.voicesurvey.telephony.processor.consume.Backoff;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Waits for the database and brings its tables up. */
public final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    /**
     * Returns once the tables are at this version, or the signal is given.
     *
     * @throws FlywayException if the database is there and its tables cannot be brought up
     */
    public static void awaitTables(DataSource database, CountDownLatch stop)
            throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
        while (stop.getCount() > 0) {
            try {
                Migrations.run(database);
                return;
            } catch (SQLException | FlywayException e) {
                SQLException away = connectionTrouble(e);
                if (away == null) {
                    throw e instanceof FlywayException failed
                            ? failed
                            : new FlywayException(String.valueOf(e.getMessage()), e);
                }
                Duration wait = backoff.next();
                LOG.warn(
                        "The database is not there yet, trying again in {} ms: {}",
                        wait.toMillis(),
                        away.getMessage());
                if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }
    }

    /** What is wrong with reaching the server at all; null where it is there and refuses. */
    private static @Nullable SQLException connectionTrouble(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                // class 08 and 57P: connection lost, server starting or stopping; none: no
                // connection
                if (state == null || state.startsWith("08") || state.startsWith("57P")) {
                    return sql;
                }
            }
        }
        return null;
    }
}
