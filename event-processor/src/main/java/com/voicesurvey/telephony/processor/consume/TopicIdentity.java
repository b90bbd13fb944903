package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.domain.fault.Reason;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Which topic a name means now: a topic that is deleted and created again has another id. */
public final class TopicIdentity implements AutoCloseable {
    private final Admin admin;
    private final String topic;
    private final Duration timeout;

    public TopicIdentity(Admin admin, String topic, Duration timeout) {
        this.admin = admin;
        this.topic = topic;
        this.timeout = timeout;
    }

    /** What the broker says of a topic's name. */
    sealed interface Answer {
        record Id(String id) implements Answer {}

        record NoSuchTopic() implements Answer {}

        record NoAnswer(String detail) implements Answer {}
    }

    Answer ask() throws InterruptedException {
        try {
            var promise = admin.describeTopics(List.of(topic)).allTopicNames();
            var description = promise.get(timeout.toMillis(), TimeUnit.MILLISECONDS).get(topic);
            if (description == null) {
                return new Answer.NoSuchTopic();
            }
            return new Answer.Id(description.topicId().toString());
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    ? new Answer.NoSuchTopic()
                    : new Answer.NoAnswer(Reason.of(e));
        } catch (TimeoutException e) {
            return new Answer.NoAnswer("no answer within " + timeout);
        }
    }

    @Override
    public void close() {
        admin.close(timeout);
    }
}
