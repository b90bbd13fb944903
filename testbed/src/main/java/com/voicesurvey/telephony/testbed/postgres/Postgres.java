package com.voicesurvey.telephony.testbed.postgres;

import java.sql.SQLException;
import java.util.UUID;

/**
 * A running PostgreSQL, reachable on this machine only, that commits to disk.
 *
 * <p>It can be stopped or killed and started again, for what happens while the database is away:
 * address and data stay the same.
 */
public interface Postgres extends AutoCloseable {

    /** The database that exists from the start; its owner is the superuser that it names. */
    Database database();

    /** Shuts the server down in good order, cutting its clients off; no effect on a stopped one. */
    void stop();

    /** Ends the server as a crash would; no effect on a stopped one. */
    void kill();

    /** Starts the stopped server, after recovery if it was killed; no effect on a running one. */
    void start();

    /** Stops the server for good; temporary data is deleted. */
    @Override
    void close();

    /** The address that clients connect to. */
    default String host() {
        return database().host();
    }

    /** The port; the same over {@link #stop} and {@link #start}. */
    default int port() {
        return database().port();
    }

    /** A superuser. */
    default String user() {
        return database().user();
    }

    /** The superuser's password. */
    default String password() {
        return database().password();
    }

    /** The address of any database of this server: {@code postgresql://user:pw@host:port/name}. */
    default String url(String database) {
        return database().named(database).url();
    }

    /** The address of any database of this server for JDBC, with user and password. */
    default String jdbcUrl(String database) {
        return database().named(database).jdbcUrl();
    }

    /** Creates an empty database with a name of its own. */
    default Database createDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = database().dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create a database: " + e.getMessage(), e);
        }
        return database().named(name);
    }
}
