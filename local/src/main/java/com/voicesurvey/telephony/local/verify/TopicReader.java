package com.voicesurvey.telephony.local.verify;

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
import java.util.Set;

/** Reads topics from their first record to what is their last one now. */
public record TopicReader(String bootstrapServers) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** The records of those calls, each call's in the order of the topic. */
    public List<TopicRecord> read(String topic, Set<String> callIds) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
            List<TopicRecord> records = new ArrayList<>();
            while (true) {
                left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (left.isEmpty()) {
                    return records;
                }
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    if (callIds.contains(record.key())) {
                        records.add(
                                new TopicRecord(
                                        record.key(),
                                        header(record, "ce_type"),
                                        header(record, "ce_id")));
                    }
                }
            }
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
