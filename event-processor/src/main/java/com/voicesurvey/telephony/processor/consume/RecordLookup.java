package com.voicesurvey.telephony.processor.consume;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads single records of a topic, each time through a consumer that lives as long as that. */
public final class RecordLookup {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /**
     * A look-up through those consumers.
     *
     * @param consumers of no group, and without a rule for offsets that are not there
     */
    public RecordLookup(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** Where a record is on a topic. */
    public record Place(int partition, long offset) {}

    /**
     * The values of the records at those places, without those that are no longer there.
     *
     * @throws org.apache.kafka.common.KafkaException if the brokers cannot be asked
     */
    public Map<Place, byte[]> values(String topic, Collection<Place> places) {
        Map<Place, byte[]> values = new HashMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            for (Place place : places) {
                byte[] value = value(consumer, topic, place, end);
                if (value != null) {
                    values.put(place, value);
                }
            }
        }
        return values;
    }

    private static byte @Nullable [] value(
            Consumer<byte[], byte[]> consumer, String topic, Place place, long end) {
        TopicPartition partition = new TopicPartition(topic, place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        try {
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record :
                        consumer.poll(Duration.ofMillis(200)).records(partition)) {
                    return record.offset() == place.offset() ? record.value() : null;
                }
            }
            return null;
        } catch (OffsetOutOfRangeException e) {
            return null;
        }
    }
}
