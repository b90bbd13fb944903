package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Kafka's client properties: the environment's, and over them what the guarantees rest on. */
final class ClientProperties {
    /**
     * How long the producer itself tries. Longer than a request waits, so that a broker that pauses
     * does not cost its connections; the ledger knows an event that was spooled meanwhile.
     */
    static final Duration DELIVERY = Duration.ofSeconds(10);

    private ClientProperties() {}

    static Map<String, Object> producer(KafkaSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "ingest-api");
        // nobody waits for company, and what comes while a request is under way shares the next
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        connectQuickly(properties);
        properties.putAll(known(settings, ProducerConfig.configNames()));
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.silenceBudget().toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis() / 2);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return properties;
    }

    /** Reads what it is to do from the oldest on, and commits what is done by itself. */
    static Map<String, Object> consumer(KafkaSettings settings, String group) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "ingest-api-" + group);
        connectQuickly(properties);
        properties.putAll(known(settings, ConsumerConfig.configNames()));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // a provider that answers none of them in time is still faster than max.poll.interval.ms
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return properties;
    }

    static Map<String, Object> admin(KafkaSettings settings, Duration timeout) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-api-health");
        connectQuickly(properties);
        properties.putAll(known(settings, AdminClientConfig.configNames()));
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        return properties;
    }

    /** Kafka's default of ten seconds for a connection is longer than a webhook's whole budget. */
    private static void connectQuickly(Map<String, Object> properties) {
        properties.put("socket.connection.setup.timeout.ms", 2_000);
        properties.put("socket.connection.setup.timeout.max.ms", 4_000);
    }

    /**
     * What this client knows of what is set: the same environment may configure consumers, and
     * container platforms put {@code KAFKA_PORT} and the like there.
     */
    private static Map<String, Object> known(KafkaSettings settings, Set<String> names) {
        Map<String, Object> known = new HashMap<>(settings.properties().byName());
        known.keySet().retainAll(names);
        return known;
    }
}
