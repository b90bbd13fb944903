package com.voicesurvey.telephony.local.run;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.kafka.EmbeddedKafka;
import com.voicesurvey.telephony.testbed.kafka.EmbeddedKafkaOptions;
import com.voicesurvey.telephony.testbed.kafka.Kafka;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;
import com.voicesurvey.telephony.testbed.postgres.Postgres;

import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A running Kafka with the topics, and a running PostgreSQL with an empty database, or with what
 * they held when they last ran on the same directory.
 */
public record Backends(Kafka kafka, Postgres postgres) {
    private static final String VOICESURVEY = "voicesurvey";
    private static final int PARTITIONS = 6;

    /**
     * Starts both, to be closed by their owner.
     *
     * @param data where both keep their files; null for temporary ones that are deleted on close
     */
    public static Backends start(
            Owned owner, Steps steps, BackendPorts ports, @Nullable Path data) {
        Postgres postgres =
                owner.own(
                        steps.run(
                                "PostgreSQL",
                                () -> EmbeddedPostgresServer.launch(postgres(ports, data))));
        Kafka kafka = owner.own(steps.run("Kafka", () -> EmbeddedKafka.launch(kafka(ports, data))));
        steps.run(
                "topics",
                () -> {
                    create(kafka, Topics.CALL_EVENTS, PARTITIONS);
                    create(kafka, Topics.DEAD_LETTERS, 1);
                    create(kafka, Topics.DIALOGUE_STARTS, PARTITIONS);
                    create(kafka, Topics.OVERDUE_CALLS, PARTITIONS);
                });
        return new Backends(kafka, postgres);
    }

    public Database database() {
        return postgres.database();
    }

    private static EmbeddedPostgresOptions postgres(BackendPorts ports, @Nullable Path data) {
        return new EmbeddedPostgresOptions(
                ports.postgres().number(),
                data == null ? null : data.resolve("postgres"),
                VOICESURVEY,
                VOICESURVEY,
                VOICESURVEY,
                Map.of());
    }

    private static EmbeddedKafkaOptions kafka(BackendPorts ports, @Nullable Path data) {
        return new EmbeddedKafkaOptions(
                ports.kafka().number(),
                data == null ? null : data.resolve("kafka"),
                Map.of(),
                List.of());
    }

    private static void create(Kafka kafka, String topic, int partitions) {
        try {
            kafka.createTopic(topic, partitions);
        } catch (TopicExistsException e) {
            // kept from an earlier run
        }
    }
}
