package com.voicesurvey.telephony.testbed.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

import java.util.Map;

/**
 * A running Kafka, reachable in plain text on this machine only.
 *
 * <p>It can be stopped and started again, for what happens while the broker is away: address and
 * records stay the same.
 */
public interface Kafka extends AutoCloseable {

    /** Host and port, for {@code bootstrap.servers}; the same over {@link #stop} and start. */
    String bootstrapServers();

    /** Shuts the brokers down in good order; without effect on a stopped one. */
    void stop();

    /** Starts the stopped broker and returns when it serves; without effect on a running one. */
    void start();

    /** Stops the broker for good; temporary data is deleted. */
    @Override
    void close();

    /** A client to administer the broker with, to be closed by the caller. */
    default Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000));
    }

    /**
     * Creates a topic with a replica on each broker, three at most, and returns when clients can
     * find it.
     *
     * @param partitions at least 1
     * @param configs the topic's settings, such as {@code retention.ms}
     * @throws org.apache.kafka.common.errors.TopicExistsException if there is one of that name
     */
    default void createTopic(String name, int partitions, Map<String, String> configs) {
        try (Admin admin = admin()) {
            new TopicCreation(name, partitions, configs).run(admin);
        }
    }

    /** Creates such a topic with Kafka's own settings. */
    default void createTopic(String name, int partitions) {
        createTopic(name, partitions, Map.of());
    }
}
