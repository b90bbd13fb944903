package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a topic of a real broker from its beginning to where it ends now. */
final class CallEventsOnKafka {
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private CallEventsOnKafka() {}

    static void createTopics(Kafka kafka) {
        kafka.createTopic(Topics.CALL_EVENTS, 3);
        kafka.createTopic(Topics.DEAD_LETTERS, 1);
    }

    /**
     * The one event of a call. Where Kafka was slow to acknowledge it, it comes out of the spool
     * after its answer, and perhaps twice.
     */
    static ConsumerRecord<byte[], byte[]> only(Kafka kafka, String topic, String callId) {
        List<ConsumerRecord<byte[], byte[]>> records =
                Awaitility.await("an event of " + callId)
                        .atMost(IN_TIME)
                        .until(() -> ofCall(kafka, topic, callId), found -> !found.isEmpty());
        ConsumerRecord<byte[], byte[]> first = records.getFirst();
        assertThat(records)
                .extracting(record -> header(record, "ce_id"))
                .containsOnly(header(first, "ce_id"));
        return first;
    }

    /** What is on the topic of a call, in its order. */
    static List<ConsumerRecord<byte[], byte[]>> ofCall(Kafka kafka, String topic, String callId) {
        return all(kafka, topic).stream()
                .filter(r -> new String(r.key(), StandardCharsets.UTF_8).equals(callId))
                .toList();
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    static List<ConsumerRecord<byte[], byte[]>> all(Kafka kafka, String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
