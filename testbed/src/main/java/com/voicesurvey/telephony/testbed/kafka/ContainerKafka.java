package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.RestartableContainer;

import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

import java.util.Locale;

/** The broker's official image, in a container that is removed on close. */
public final class ContainerKafka implements Kafka {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int PORT = 9092;

    private final RestartableContainer container;

    private ContainerKafka(RestartableContainer container) {
        this.container = container;
    }

    /**
     * Starts a container and returns when the broker serves.
     *
     * @throws IllegalStateException if there is no Docker engine
     */
    public static ContainerKafka launch() {
        // Closed by close(), through RestartableContainer.
        @SuppressWarnings("resource")
        var image = new KafkaContainer(DockerImageName.parse(IMAGE));
        BrokerProperties.COMMON.forEach(
                (key, value) ->
                        image.addEnv(
                                "KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return new ContainerKafka(RestartableContainer.start(image, PORT));
    }

    @Override
    public String bootstrapServers() {
        return container.host() + ":" + container.port();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public void start() {
        container.restart();
        try (Admin admin = admin()) {
            TopicCreation.await(admin.describeCluster().nodes());
        }
    }

    @Override
    public void close() {
        container.close();
    }
}
