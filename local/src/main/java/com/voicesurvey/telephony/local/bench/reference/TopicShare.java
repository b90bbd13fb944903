package com.voicesurvey.telephony.local.bench.reference;

import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Some partitions of the topic, from their start to where the plan ends. For one thread. */
final class TopicShare implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST = 500;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, Long> left = new HashMap<>();

    TopicShare(ReferencePlan plan, List<Integer> partitions) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", plan.kafka(), "max.poll.records", MOST),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> assigned =
                partitions.stream().map(p -> new TopicPartition(Topics.CALL_EVENTS, p)).toList();
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
        partitions.stream()
                .filter(partition -> plan.ends().get(partition) > 0)
                .forEach(partition -> left.put(partition, plan.ends().get(partition)));
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /** The next events, 500 at most, and none that the plan does not want. */
    List<TopicEvent> poll() {
        List<TopicEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (left.containsKey(record.partition())) {
                events.add(TopicEvent.of(record));
                long rest = Objects.requireNonNull(left.get(record.partition())) - 1;
                if (rest == 0) {
                    left.remove(record.partition());
                    consumer.pause(List.of(new TopicPartition(record.topic(), record.partition())));
                } else {
                    left.put(record.partition(), rest);
                }
            }
        }
        return events;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
