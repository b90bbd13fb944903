package com.voicesurvey.telephony.testbed.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** One topic to be created, with as many replicas as the brokers have it by default. */
record TopicCreation(String name, int partitions, Map<String, String> configs) {
    private static final Duration TIME_TO_APPEAR = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    void run(Admin admin) {
        var topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configs);
        await(admin.createTopics(List.of(topic)).all());
        long deadline = System.nanoTime() + TIME_TO_APPEAR.toNanos();
        while (!isKnown(admin)) {
            if (System.nanoTime() > deadline) {
                throw new KafkaException("Topic " + name + " was created and does not appear");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** The controller confirms a topic a moment before the broker knows it. */
    private boolean isKnown(Admin admin) {
        try {
            await(admin.describeTopics(List.of(name)).allTopicNames());
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        }
    }

    static void await(KafkaFuture<?> future) {
        try {
            var _ = future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new KafkaException(e);
        } catch (CancellationException e) {
            throw new KafkaException(e);
        }
    }
}
