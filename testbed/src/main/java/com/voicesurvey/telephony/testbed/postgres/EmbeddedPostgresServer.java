package com.voicesurvey.telephony.testbed.postgres;

import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A real PostgreSQL server as a process of this machine, for root as for any other user.
 *
 * <h2>Failure semantics</h2>
 *
 * What was committed is on disk: {@code fsync} and {@code synchronous_commit} are on unless the
 * options say otherwise. The server ends within seconds of this JVM, however that ends. Should one
 * be left over all the same, the next start on its directory ends it first. Two live JVMs cannot
 * share a directory.
 */
public final class EmbeddedPostgresServer implements Postgres {
    private final EmbeddedPostgresOptions options;
    private final ServerDirectory directory;
    private final DirectoryLock lock;
    private final Cluster cluster;
    private final Postmaster postmaster;
    private final Watchdog watchdog;
    private final Database database;
    private @Nullable EmbeddedPostgres server;

    private EmbeddedPostgresServer(EmbeddedPostgresOptions options) {
        this.options = options;
        this.directory =
                ServerDirectory.orTemporary(options.dataDirectory(), "voicesurvey-postgres-");
        this.lock = DirectoryLock.on(directory.path());
        this.cluster = new Cluster(directory.path());
        this.postmaster = new Postmaster(cluster.data());
        int port = options.port() == 0 ? FreePort.orGiven(0) : options.port();
        this.database =
                new Database(
                        "127.0.0.1", port, options.database(), options.user(), options.password());
        this.watchdog = Watchdog.over(cluster.data(), directory);
    }

    /**
     * Starts a server and returns when it serves; takes 1 to 5 seconds.
     *
     * @throws IllegalStateException if it does not start; the message ends with its log
     */
    public static EmbeddedPostgresServer launch(EmbeddedPostgresOptions options) {
        var postgres = new EmbeddedPostgresServer(options);
        try {
            postgres.start();
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
        return postgres;
    }

    /** Where the server keeps its data and its log. */
    public Path dataDirectory() {
        return directory.path();
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        postmaster.kill();
        int port = FreePort.again(database.port());
        watchdog.starting();
        cluster.discardUnfinished();
        try {
            var starting = cluster.start(port, options.settings());
            server = starting;
            watchdog.running(postmaster.process().orElseThrow());
            cluster.finish(starting, database);
        } catch (IOException | RuntimeException e) {
            kill();
            throw new IllegalStateException(
                    "PostgreSQL does not start: " + e.getMessage() + cluster.logTail(), e);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        closeQuietly(server);
        ended();
    }

    @Override
    public synchronized void kill() {
        postmaster.kill();
        if (server != null) {
            closeQuietly(server);
        }
        ended();
    }

    @Override
    public synchronized void close() {
        stop();
        watchdog.close();
        lock.close();
        directory.deleteIfTemporary();
    }

    private void ended() {
        postmaster.awaitStopped();
        watchdog.stopped();
        server = null;
    }

    private static void closeQuietly(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            // awaitStopped sees to it that the process goes, whatever the library says
        }
    }
}
