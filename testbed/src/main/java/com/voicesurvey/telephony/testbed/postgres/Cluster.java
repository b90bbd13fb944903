package com.voicesurvey.telephony.testbed.postgres;

import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The files of one server: {@code data}, {@code postgres.log}, and a mark that data is whole. */
record Cluster(Path home) {
    private static final int LOG_LINES_TO_SHOW = 15;
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);

    Path data() {
        return home.resolve("data");
    }

    /** Clears away what an interrupted first start has left: a server would not start on it. */
    void discardUnfinished() {
        if (!Files.exists(whole())) {
            ServerDirectory.delete(data());
        }
    }

    EmbeddedPostgres start(int port, Map<String, String> settings) throws IOException {
        var log = Redirect.appendTo(log().toFile());
        var server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data())
                        .setCleanDataDirectory(false)
                        .setDataDirectoryCustomizer(Cluster::askForPasswords)
                        .setRegisterShutdownHook(false)
                        .setPort(port)
                        .setPGStartupWait(TIME_TO_START)
                        .setOutputRedirector(log)
                        .setErrorRedirector(log)
                        // the library's own defaults give up durability for speed
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("unix_socket_directories", "");
        settings.forEach(server::setServerConfig);
        return server.start();
    }

    /** Creates user and database on the first start. */
    void finish(EmbeddedPostgres server, Database database) throws IOException {
        if (Files.exists(whole())) {
            return;
        }
        try (var connection = server.getPostgresDatabase().getConnection()) {
            String password = database.password().replace("'", "''");
            execute(
                    connection,
                    "create role %s superuser login password '%s'"
                            .formatted(database.user(), password));
            execute(
                    connection,
                    "create database %s owner %s".formatted(database.name(), database.user()));
        } catch (SQLException e) {
            throw new IOException("Cannot create " + database.name() + ": " + e.getMessage(), e);
        }
        Files.createFile(whole());
    }

    /** The last lines of the server's log, or nothing. */
    String logTail() {
        try {
            List<String> lines = Files.readAllLines(log());
            int from = Math.max(0, lines.size() - LOG_LINES_TO_SHOW);
            return "\n" + String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Everybody needs the password but the library, which knows none. */
    private static void askForPasswords(File data) {
        try {
            Files.writeString(
                    data.toPath().resolve("pg_hba.conf"),
                    """
                    host all postgres 127.0.0.1/32 trust
                    host all all      127.0.0.1/32 scram-sha-256
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + data, e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path log() {
        return home.resolve("postgres.log");
    }

    private Path whole() {
        return home.resolve("whole");
    }
}
