package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** The processors' group, as the brokers see it; asked past the links. */
public final class ConsumerGroup implements AutoCloseable {
    private static final String NAME = "event-processor";

    private final Admin admin;

    ConsumerGroup(Kafka kafka) {
        this.admin = kafka.admin();
    }

    public int members() {
        return describe().members().size();
    }

    /** Whether every member has what it is to have. */
    public boolean isStable() {
        return describe().groupState() == GroupState.STABLE;
    }

    /** Whether there are that many members, and all of them have partitions to work on. */
    boolean isSettled(int members) {
        ConsumerGroupDescription group = describe();
        return group.groupState() == GroupState.STABLE
                && group.members().size() == members
                && group.members().stream()
                        .noneMatch(member -> member.assignment().topicPartitions().isEmpty());
    }

    /** The sum of the offsets that the group has committed to Kafka. */
    public long committed() {
        try {
            return admin
                    .listConsumerGroupOffsets(NAME)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private ConsumerGroupDescription describe() {
        try {
            return admin.describeConsumerGroups(List.of(NAME)).describedGroups().values().stream()
                    .findFirst()
                    .orElseThrow()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
