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
import java.util.function.Consumer;

import javax.sql.DataSource;

/** Waits for the database and for its tables. */
public final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private Startup() {}

    /**
     * Returns once the tables are at this version, or the signal is given.
     *
     * @param waiting is told what is waited for, each time it is looked for in vain
     * @throws FlywayException if the database lets us in and its tables cannot be brought up
     */
    public static void awaitTables(
            DataSource database, TableSource tables, CountDownLatch stop, Consumer<String> waiting)
            throws InterruptedException {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
        while (stop.getCount() > 0) {
            String missing = missing(database, tables);
            if (missing == null) {
                return;
            }
            waiting.accept(missing);
            Duration wait = backoff.next();
            LOG.warn("Waiting for {}. Trying again in {} ms", missing, wait.toMillis());
            if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private static @Nullable String missing(DataSource database, TableSource tables) {
        try {
            return switch (tables) {
                case MIGRATE -> {
                    Migrations.run(database);
                    yield null;
                }
                case AWAIT -> pending(Migrations.pending(database));
            };
        } catch (SQLException | FlywayException e) {
            SQLException trouble = ConnectionTrouble.in(e);
            if (trouble != null) {
                return "the database: " + trouble.getMessage();
            }
            throw e instanceof FlywayException failed
                    ? failed
                    : new FlywayException(String.valueOf(e.getMessage()), e);
        }
    }

    private static @Nullable String pending(int count) {
        return count == 0
                ? null
                : count
                        + " migrations that MIGRATE=false leaves to somebody else: run"
                        + " event-processor migrate with a DATABASE_URL that may alter the tables";
    }
}
