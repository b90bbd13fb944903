package com.voicesurvey.telephony.processor.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.testbed.Infra;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What makes a processor ready: when its consumer first says that it has polled. */
class JoiningIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final String topic = "joining-" + UUID.randomUUID();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void createTopic() {
        Infra.kafka().createTopic(topic, 1);
    }

    @Test
    void nothing_is_said_to_be_polled_before_it_is_known_where_to_read() throws Exception {
        Duration untilPolled = runUntilPolled();

        // a machine that takes so long to join is told of by the other rule
        if (untilPolled.compareTo(A_SECOND) < 0) {
            assertThat(told.getFirst()).isEqualTo("positioned");
        }
    }

    @Test
    void a_consumer_for_which_no_partition_is_left_polls_after_a_second_all_the_same()
            throws Exception {
        try (var holder = consumer()) {
            holder.subscribe(List.of(topic));
            await("the only partition to be held")
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                holder.poll(Duration.ofMillis(50));
                                return !holder.assignment().isEmpty();
                            });

            assertThat(runUntilPolled()).isGreaterThanOrEqualTo(A_SECOND);
        }
        assertThat(told).isNotEmpty().containsOnly("polled");
    }

    /** How long it took from the start. */
    private Duration runUntilPolled() throws InterruptedException {
        var identity = new TopicIdentity(Infra.kafka().admin(), topic, PATIENCE);
        var joining =
                new CallEventConsumer(
                        consumer(),
                        topic,
                        identity,
                        new FromTheBeginning(),
                        batch -> {
                            throw new AssertionError("there is nothing on the topic");
                        },
                        new ConsumerListener() {
                            @Override
                            public void polled() {
                                told.add("polled");
                            }
                        });
        long start = System.nanoTime();
        Thread running = Thread.ofPlatform().start(joining);
        try {
            await("the first poll").atMost(PATIENCE).until(() -> told.contains("polled"));
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            joining.stop();
            running.join();
        }
    }

    private final class FromTheBeginning implements StoredOffsets {
        @Override
        public Map<Integer, Long> read(String topicId, Set<Integer> partitions) {
            told.add("positioned");
            return partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> 0L));
        }

        @Override
        public void reset(String topicId, int partition, long offset) {
            throw new AssertionError("nothing is missing on the topic");
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Infra.kafka().bootstrapServers(),
                        "group.id",
                        topic,
                        "group.protocol",
                        "consumer",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
