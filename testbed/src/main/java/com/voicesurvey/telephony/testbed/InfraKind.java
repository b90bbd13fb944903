package com.voicesurvey.telephony.testbed;

import com.voicesurvey.telephony.testbed.kafka.ContainerKafka;
import com.voicesurvey.telephony.testbed.kafka.EmbeddedKafka;
import com.voicesurvey.telephony.testbed.kafka.EmbeddedKafkaOptions;
import com.voicesurvey.telephony.testbed.kafka.Kafka;
import com.voicesurvey.telephony.testbed.postgres.ContainerPostgres;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;
import com.voicesurvey.telephony.testbed.postgres.Postgres;

import org.testcontainers.DockerClientFactory;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** What Kafka and PostgreSQL run on. */
public enum InfraKind {
    /** Real servers on this machine, without Docker: the default. */
    EMBEDDED,
    /** Containers; needs a Docker engine that can fetch images. */
    CONTAINERS;

    /**
     * The kind of that name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static InfraKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "-Dinfra is embedded or containers, not '" + name + "'"));
    }

    /**
     * Starts a broker, to be closed by the caller.
     *
     * @throws IllegalStateException if there is no Docker engine for a container
     */
    public Kafka startKafka() {
        return switch (this) {
            case EMBEDDED -> EmbeddedKafka.launch(EmbeddedKafkaOptions.temporary());
            case CONTAINERS -> {
                requireDocker(InfraKind::dockerAnswers);
                yield ContainerKafka.launch();
            }
        };
    }

    /**
     * Starts a database server, to be closed by the caller.
     *
     * @throws IllegalStateException if there is no Docker engine for a container
     */
    public Postgres startPostgres() {
        return switch (this) {
            case EMBEDDED -> EmbeddedPostgresServer.launch(EmbeddedPostgresOptions.temporary());
            case CONTAINERS -> {
                requireDocker(InfraKind::dockerAnswers);
                yield ContainerPostgres.launch();
            }
        };
    }

    static void requireDocker(BooleanSupplier dockerAnswers) {
        if (!dockerAnswers.getAsBoolean()) {
            throw new IllegalStateException(
                    "-Dinfra=containers needs a running Docker engine, and none answers. Start one"
                            + " (or point DOCKER_HOST to it), or leave the switch out to use the"
                            + " embedded servers, which need no Docker.");
        }
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
