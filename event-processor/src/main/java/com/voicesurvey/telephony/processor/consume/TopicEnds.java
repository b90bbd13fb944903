package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** How far the topics reach. Connects when it is first asked. */
public final class TopicEnds implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Supplier<Admin> connect;
    private @Nullable Admin admin;

    public TopicEnds(Supplier<Admin> connect) {
        this.connect = connect;
    }

    /** What the broker says. */
    public sealed interface Answer {
        /**
         * The call events by partition, and the dead letters.
         *
         * @param firsts each partition's first offset that is still there
         * @param ends each partition's next offset to be written
         * @param deadLetters null if their topic is not there
         */
        record Ends(
                String topicId,
                Map<Integer, Long> firsts,
                Map<Integer, Long> ends,
                @Nullable Letters deadLetters)
                implements Answer {}

        record NoAnswer(String detail) implements Answer {}

        /** How many dead letters are there, whether or not somebody has dealt with them. */
        record Letters(String topicId, long records) {}
    }

    /** Asks; takes a few seconds at the most. */
    public Answer ask() throws InterruptedException {
        try {
            Map<String, KafkaFuture<TopicDescription>> topics =
                    admin().describeTopics(List.of(Topics.CALL_EVENTS, Topics.DEAD_LETTERS))
                            .topicNameValues();
            TopicDescription events = get(topics.get(Topics.CALL_EVENTS));
            Map<Integer, Long> firsts = offsets(events, OffsetSpec.earliest());
            Map<Integer, Long> ends = offsets(events, OffsetSpec.latest());
            return new Answer.Ends(
                    events.topicId().toString(),
                    firsts,
                    ends,
                    deadLetters(topics.get(Topics.DEAD_LETTERS)));
        } catch (ExecutionException | TimeoutException e) {
            return new Answer.NoAnswer(Reason.of(e));
        } catch (RuntimeException e) {
            // a broker's name that cannot be resolved, for one
            return new Answer.NoAnswer(Reason.of(e));
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = connect.get();
        }
        return admin;
    }

    private Answer.@Nullable Letters deadLetters(@Nullable KafkaFuture<TopicDescription> topic)
            throws InterruptedException, TimeoutException {
        try {
            TopicDescription letters = get(topic);
            return new Answer.Letters(
                    letters.topicId().toString(),
                    sum(offsets(letters, OffsetSpec.latest()))
                            - sum(offsets(letters, OffsetSpec.earliest())));
        } catch (ExecutionException e) {
            return null;
        }
    }

    private Map<Integer, Long> offsets(TopicDescription topic, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topic.partitions()
                .forEach(p -> asked.put(new TopicPartition(topic.name(), p.partition()), which));
        Map<TopicPartition, ListOffsetsResultInfo> answer = get(admin().listOffsets(asked).all());
        Map<Integer, Long> offsets = new TreeMap<>();
        answer.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
        return offsets;
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> T get(@Nullable KafkaFuture<T> promise)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (promise == null) {
            throw new TimeoutException("the broker was not asked");
        }
        return promise.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
