package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.processor.config.ProcessorConfig;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.HashMap;
import java.util.Map;

/** The Kafka clients, with the settings that the guarantees rest on. */
final class KafkaClients {
    /**
     * So that a batch is of few partitions and much of each: the more events of a call are in one
     * transaction, the fewer updates there are.
     */
    private static final int OF_ONE_PARTITION = 2 * 1_048_576;

    private KafkaClients() {}

    static KafkaConsumer<byte[], byte[]> consumer(ProcessorConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, OF_ONE_PARTITION);
        settings.putAll(config.kafka().byName());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.consumerGroup());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        // the database owns the offsets: Kafka neither moves nor invents any
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** For reading a topic from one place to another; of no group. */
    static KafkaConsumer<byte[], byte[]> reader(ProcessorConfig config) {
        return reader(config, Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize()));
    }

    /** For looks at single records; of no group. */
    static KafkaConsumer<byte[], byte[]> recordReader(ProcessorConfig config) {
        return reader(
                config,
                Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        65_536));
    }

    private static KafkaConsumer<byte[], byte[]> reader(
            ProcessorConfig config, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(config.kafka().byName());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.putAll(more);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Admin admin(ProcessorConfig config) {
        Map<String, Object> settings = new HashMap<>(config.kafka().byName());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return Admin.create(settings);
    }

    static KafkaProducer<byte[], byte[]> producer(ProcessorConfig config) {
        Map<String, Object> settings = new HashMap<>(config.kafka().byName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // the relay holds a transaction open meanwhile
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
