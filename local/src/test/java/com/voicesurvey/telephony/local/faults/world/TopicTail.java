package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.local.faults.oracle.TopicRecord;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was added to a topic since this was opened; for one thread. */
final class TopicTail implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final List<TopicPartition> partitions;
    private final List<TopicRecord> records = new ArrayList<>();

    TopicTail(String bootstrapServers, String topic) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer());
        this.partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /** Reads to what is the end now. */
    List<TopicRecord> catchUp() {
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
        while (true) {
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (left.isEmpty()) {
                return records;
            }
            for (ConsumerRecord<String, String> got : consumer.poll(POLL)) {
                String key = Objects.requireNonNullElse(got.key(), "no key");
                records.add(new TopicRecord(key, header(got, "ce_type"), header(got, "ce_id")));
            }
        }
    }

    /** The sum of the offsets at which the next records will stand. */
    long end() {
        return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static String header(ConsumerRecord<?, ?> got, String name) {
        @Nullable Header header = got.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
