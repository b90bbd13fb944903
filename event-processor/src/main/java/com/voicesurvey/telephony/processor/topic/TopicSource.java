package com.voicesurvey.telephony.processor.topic;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * A topic to be read. Not for several threads.
 *
 * <h2>Failure semantics</h2>
 *
 * Every method throws {@link KafkaException}, saying why, if Kafka does not answer within half a
 * minute or the topic is not there. Nothing is tried again.
 */
public final class TopicSource implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;

    /**
     * The topic of that name.
     *
     * @param consumer of no group and without automatic offsets; closed with this
     * @param admin closed with this
     */
    public TopicSource(String topic, Admin admin, Consumer<byte[], byte[]> consumer) {
        this.topic = topic;
        this.admin = admin;
        this.consumer = consumer;
    }

    /** Is handed what is read, piece by piece. */
    @FunctionalInterface
    public interface Sink {
        void take(Chunk chunk);
    }

    /** All that is there. */
    public TopicSpan all() {
        return span(new TopicPosition.Beginning(), new TopicPosition.End());
    }

    /**
     * The part from one place to another, as far as it is there now.
     *
     * @throws IllegalArgumentException if a partition is named that the topic has not
     */
    public TopicSpan span(TopicPosition from, TopicPosition to) {
        String id = topicId();
        List<TopicPartition> partitions = partitions();
        // it complains of each answer about a partition that is not its own
        consumer.assign(partitions);
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> newest = consumer.endOffsets(partitions);
        // a partition that the start does not name is not read, one that the end does not name to
        // its end
        Map<TopicPartition, Long> starts = offsets(from, partitions, oldest, newest, newest);
        Map<TopicPartition, Long> ends = offsets(to, partitions, oldest, newest, newest);
        SortedMap<Integer, TopicSpan.Range> ranges = new TreeMap<>();
        for (TopicPartition partition : partitions) {
            long first = Objects.requireNonNull(oldest.get(partition));
            long last = Objects.requireNonNull(newest.get(partition));
            long start = within(first, Objects.requireNonNull(starts.get(partition)), last);
            long end = within(first, Objects.requireNonNull(ends.get(partition)), last);
            ranges.put(partition.partition(), new TopicSpan.Range(Math.min(start, end), end));
        }
        return new TopicSpan(topic, id, ranges);
    }

    /** Hands on all records of that part, until the progress says that it is enough. */
    public void read(TopicSpan span, Progress progress, Sink sink) {
        Map<TopicPartition, TopicSpan.Range> open = new HashMap<>();
        span.ranges()
                .forEach(
                        (number, range) -> {
                            if (range.size() > 0) {
                                open.put(new TopicPartition(topic, number), range);
                            }
                        });
        Map<TopicPartition, Long> positions = new HashMap<>();
        open.forEach((partition, range) -> positions.put(partition, range.from()));
        consumer.assign(open.keySet());
        positions.forEach(consumer::seek);
        consumer.resume(open.keySet());
        long total = span.size();
        long last = System.nanoTime();
        while (!open.isEmpty()) {
            ConsumerRecords<byte[], byte[]> records = poll();
            Chunk chunk = chunk(span.topicId(), records, open, positions);
            if (!chunk.parts().isEmpty()) {
                last = System.nanoTime();
                sink.take(chunk);
            }
            close(open, positions);
            if (!progress.at(total - left(open, positions), total)) {
                return;
            }
            if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new KafkaException(
                        "Kafka has sent nothing of "
                                + topic
                                + " for "
                                + PATIENCE.toSeconds()
                                + " s");
            }
        }
    }

    /** The record that stands there; null where it is no longer, or not yet. */
    public @Nullable SourceRecord record(int partition, long offset) {
        TopicSpan all = all();
        TopicSpan.Range range = all.ranges().get(partition);
        if (range == null || offset < range.from() || offset >= range.to()) {
            return null;
        }
        List<SourceRecord> found = new ArrayList<>();
        SortedMap<Integer, TopicSpan.Range> one = new TreeMap<>();
        one.put(partition, new TopicSpan.Range(offset, offset + 1));
        read(
                new TopicSpan(topic, all.topicId(), one),
                Progress.NONE,
                chunk -> chunk.records().forEach(found::add));
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(5));
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        try {
            return consumer.poll(POLL);
        } catch (OffsetOutOfRangeException e) {
            throw new KafkaException(
                    "Records of "
                            + topic
                            + " were deleted by their age while they were read; start again",
                    e);
        }
    }

    private static Chunk chunk(
            String topicId,
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, TopicSpan.Range> open,
            Map<TopicPartition, Long> positions) {
        SortedMap<Integer, Chunk.Part> parts = new TreeMap<>();
        for (TopicPartition partition : records.partitions()) {
            TopicSpan.Range range = open.get(partition);
            if (range == null) {
                continue;
            }
            List<SourceRecord> wanted = new ArrayList<>();
            long next = 0;
            for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
                next = Math.min(record.offset() + 1, range.to());
                if (record.offset() < range.to()) {
                    wanted.add(SourceRecords.of(record));
                }
            }
            long from = Objects.requireNonNull(positions.put(partition, next));
            parts.put(partition.partition(), new Chunk.Part(from, next, wanted));
        }
        return new Chunk(topicId, parts);
    }

    /** Done with each partition that is read to its end; offsets may be without a record. */
    private void close(
            Map<TopicPartition, TopicSpan.Range> open, Map<TopicPartition, Long> positions) {
        List<TopicPartition> done = new ArrayList<>();
        open.forEach(
                (partition, range) -> {
                    if (consumer.position(partition) >= range.to()) {
                        positions.put(partition, range.to());
                        done.add(partition);
                    }
                });
        consumer.pause(done);
        done.forEach(open::remove);
    }

    private static long left(
            Map<TopicPartition, TopicSpan.Range> open, Map<TopicPartition, Long> positions) {
        return open.entrySet().stream()
                .mapToLong(
                        entry ->
                                entry.getValue().to()
                                        - Objects.requireNonNull(positions.get(entry.getKey())))
                .sum();
    }

    private Map<TopicPartition, Long> offsets(
            TopicPosition position,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> oldest,
            Map<TopicPartition, Long> newest,
            Map<TopicPartition, Long> unnamed) {
        return switch (position) {
            case TopicPosition.Beginning _ -> oldest;
            case TopicPosition.End _ -> newest;
            case TopicPosition.At at -> atTime(at.time(), partitions, newest);
            case TopicPosition.Offsets named -> {
                Map<TopicPartition, Long> offsets = new HashMap<>(unnamed);
                named.byPartition()
                        .forEach(
                                (number, offset) -> {
                                    TopicPartition partition = new TopicPartition(topic, number);
                                    if (!partitions.contains(partition)) {
                                        throw new IllegalArgumentException(
                                                topic + " has no partition " + number);
                                    }
                                    offsets.put(partition, offset);
                                });
                yield offsets;
            }
        };
    }

    private Map<TopicPartition, Long> atTime(
            Instant time, Collection<TopicPartition> partitions, Map<TopicPartition, Long> newest) {
        Map<TopicPartition, Long> times =
                partitions.stream().collect(Collectors.toMap(p -> p, p -> time.toEpochMilli()));
        Map<TopicPartition, Long> offsets = new HashMap<>(newest);
        consumer.offsetsForTimes(times)
                .forEach(
                        (partition, found) -> {
                            if (found != null) {
                                offsets.put(partition, found.offset());
                            }
                        });
        return offsets;
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private String topicId() {
        try {
            var descriptions = admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Objects.requireNonNull(descriptions.get(topic)).topicId().toString();
        } catch (ExecutionException e) {
            throw new KafkaException("Topic " + topic + ": " + Reason.of(e), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private static long within(long least, long value, long most) {
        return Math.max(least, Math.min(value, most));
    }
}
