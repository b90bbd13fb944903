package com.voicesurvey.telephony.testbed.postgres;

import com.voicesurvey.telephony.testbed.host.RestartableContainer;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The server's official image, in a container that is removed on close. */
public final class ContainerPostgres implements Postgres {
    private static final String IMAGE = "postgres:18.6";
    private static final String VOICESURVEY = "voicesurvey";
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final RestartableContainer container;

    private ContainerPostgres(RestartableContainer container) {
        this.container = container;
    }

    /**
     * Starts a container and returns when the server serves.
     *
     * @throws IllegalStateException if there is no Docker engine
     */
    public static ContainerPostgres launch() {
        // Closed by close(), through RestartableContainer.
        @SuppressWarnings("resource")
        var image =
                new PostgreSQLContainer(DockerImageName.parse(IMAGE))
                        .withUsername(VOICESURVEY)
                        .withPassword(VOICESURVEY)
                        .withDatabaseName(VOICESURVEY)
                        // Testcontainers' own command turns fsync off
                        .withCommand("postgres", "-c", "max_connections=300");
        return new ContainerPostgres(
                RestartableContainer.start(image, PostgreSQLContainer.POSTGRESQL_PORT));
    }

    @Override
    public Database database() {
        return new Database(
                container.host(), container.port(), VOICESURVEY, VOICESURVEY, VOICESURVEY);
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void start() {
        container.restart();
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("PostgreSQL's container does not come back");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    @Override
    public void close() {
        container.close();
    }

    private boolean answers() {
        try (var connection = database().dataSource().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
