package com.voicesurvey.telephony.processor.consume;

import org.apache.kafka.common.TopicPartition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The partitions that are held, each either with the offset at which its reading stands or still to
 * be positioned from the database.
 */
final class Positions {
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Set<TopicPartition> unknown = new HashSet<>();

    void add(TopicPartition partition) {
        next.remove(partition);
        unknown.add(partition);
    }

    void remove(TopicPartition partition) {
        next.remove(partition);
        unknown.remove(partition);
    }

    /** Makes all that are held to be positioned anew. */
    void forgetAll() {
        unknown.addAll(next.keySet());
        next.clear();
    }

    /** Makes those partitions, as far as they are held, to be positioned anew. */
    void forget(Set<Integer> partitions) {
        known().stream().filter(p -> partitions.contains(p.partition())).forEach(this::add);
    }

    boolean holds(TopicPartition partition) {
        return next.containsKey(partition);
    }

    /** The partitions that are still to be positioned. */
    Set<TopicPartition> unknown() {
        return Set.copyOf(unknown);
    }

    Set<TopicPartition> known() {
        return Set.copyOf(next.keySet());
    }

    void set(TopicPartition partition, long offset) {
        unknown.remove(partition);
        next.put(partition, offset);
    }

    /**
     * Moves a positioned partition on, and returns where it stood.
     *
     * @throws IllegalStateException if it is not positioned
     */
    long moveTo(TopicPartition partition, long offset) {
        Long stood = next.replace(partition, offset);
        if (stood == null) {
            throw new IllegalStateException(partition + " was read before it was positioned");
        }
        return stood;
    }
}
