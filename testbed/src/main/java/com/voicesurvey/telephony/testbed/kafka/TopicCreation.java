package com.voicesurvey.telephony.testbed.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** One topic to be created on a single broker. */
record TopicCreation(String name, int partitions, Map<String, String> configs) {

    void run(Admin admin) {
        var topic = new NewTopic(name, partitions, (short) 1).configs(configs);
        await(admin.createTopics(List.of(topic)).all());
        await(admin.describeTopics(List.of(name)).allTopicNames());
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
