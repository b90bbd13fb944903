package com.voicesurvey.telephony.processor.migrate;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Brings the tables up to this version.
 *
 * <h2>Failure semantics</h2>
 *
 * Several processes may start at once: one migrates, the others wait for it. A database that holds
 * REQ-001's tables and no migration history is taken as being at version 1. A migration that fails
 * leaves the version before it. One that has been changed since it was run is an error.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Runs what has not been run.
     *
     * @throws org.flywaydb.core.api.FlywayException if the tables cannot be brought up
     * @throws SQLException if the database is not there
     */
    public static void run(DataSource database) throws SQLException {
        if (isNothingToRun(database)) {
            LOG.info("Database is at this version, 0 migrations run");
            return;
        }
        boolean baseline = holdsTablesWithoutHistory(database);
        if (baseline) {
            LOG.info("The database holds REQ-001's tables: taking it as version 1");
        }
        var result = flyway(database).baselineOnMigrate(baseline).load().migrate();
        LOG.info(
                "Database is at version {}, {} migrations run",
                result.targetSchemaVersion == null
                        ? result.initialSchemaVersion
                        : result.targetSchemaVersion,
                result.migrationsExecuted);
    }

    /** How many have not been run, without changing anything. */
    static int pending(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (MigrationHistory.isComplete(connection)) {
                return 0;
            }
        }
        return flyway(database).load().info().pending().length;
    }

    /** Does then what Flyway does at the end of every run: roles may have been made since. */
    private static boolean isNothingToRun(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean complete = MigrationHistory.isComplete(connection);
            if (complete) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(MigrationFiles.afterEachRun());
                }
            }
            return complete;
        }
    }

    private static FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:" + MigrationFiles.FOLDER)
                .baselineVersion("1");
    }

    private static boolean holdsTablesWithoutHistory(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select to_regclass('call_attempts') is not null"
                                        + " and to_regclass('flyway_schema_history') is null")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
