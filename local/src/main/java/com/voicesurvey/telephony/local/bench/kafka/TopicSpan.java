package com.voicesurvey.telephony.local.bench.kafka;

import com.voicesurvey.telephony.local.bench.load.LoadLog;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Report;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What was added to a topic since this was opened. For one thread. */
public final class TopicSpan implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIME_TO_DRAIN = Duration.ofSeconds(20);
    private static final long ODD = 0x9E37_79B9_7F4A_7C15L;

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Numbers held = new Numbers();

    public TopicSpan(String bootstrapServers, String topic) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        this.partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.endOffsets(partitions).forEach(consumer::seek);
    }

    /**
     * Compares with those reports what was added. What went by way of the spool comes late, and is
     * waited for a while.
     */
    public TopicCheck check(long[] codes, LoadLog log) {
        long[] acknowledged = events(codes, log, true);
        long[] others = events(codes, log, false);
        long deadline = System.nanoTime() + TIME_TO_DRAIN.toNanos();
        while (true) {
            readToNow();
            TopicCheck check = TopicCheck.of(held.build(), acknowledged, others);
            if (check.missing() == 0 || System.nanoTime() > deadline) {
                return check;
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void readToNow() {
        Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
        while (true) {
            left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (left.isEmpty()) {
                return;
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                held.add(event(UUID.fromString(record.key()), type(record)));
            }
        }
    }

    /** A number for each report that was sent, of those that were acknowledged or the others. */
    private static long[] events(long[] codes, LoadLog log, boolean acknowledged) {
        CallNames names = new CallNames();
        return IntStream.range(0, log.size())
                .filter(i -> log.isAcknowledged(i) == acknowledged)
                .mapToObj(i -> Report.of(codes[i]))
                .mapToLong(report -> event(names.callId(report.call()), report.eventType()))
                .toArray();
    }

    private static long event(UUID callId, String type) {
        return callId.getMostSignificantBits() ^ type.hashCode() * ODD;
    }

    private static String type(ConsumerRecord<?, ?> record) {
        @Nullable Header header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
