package com.voicesurvey.telephony.local.bench.endtoend;

import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Reads dialogue starts as the dialogue would, and notes when each could be read. */
final class DialogueListener implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
    private final AtomicLong messages = new AtomicLong();
    private final CountDownLatch listening = new CountDownLatch(1);
    private final Thread thread;

    private DialogueListener(String bootstrapServers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name("dialogue-starts").unstarted(this::listen);
    }

    /** Returns once it hears everything that comes from now on. */
    static DialogueListener start(String bootstrapServers) {
        DialogueListener listener = new DialogueListener(bootstrapServers);
        listener.thread.start();
        try {
            listener.listening.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return listener;
    }

    /** When the first message of each call was readable: microseconds since 1970. */
    Map<String, Long> firstSeen() {
        return firstSeen;
    }

    /** How many messages came, repetitions included. */
    long messages() {
        return messages.get();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (consumer) {
            var partitions =
                    consumer.partitionsFor(Topics.DIALOGUE_STARTS).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.endOffsets(partitions).forEach(consumer::seek);
            consumer.poll(POLL);
            listening.countDown();
            while (true) {
                var records = consumer.poll(POLL);
                long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
                for (ConsumerRecord<String, byte[]> record : records) {
                    firstSeen.putIfAbsent(record.key(), now);
                    messages.incrementAndGet();
                }
            }
        } catch (WakeupException e) {
            // closed
        } finally {
            listening.countDown();
        }
    }
}
