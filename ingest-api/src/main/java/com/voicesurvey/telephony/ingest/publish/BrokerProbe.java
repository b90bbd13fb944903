package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Asks the broker itself for both topics. The producer's own metadata would not do: it is kept for
 * minutes after the broker has gone.
 */
final class BrokerProbe implements AutoCloseable {
    private final DeferredClient<Admin> admin;
    private final KafkaSettings settings;

    BrokerProbe(KafkaSettings settings, Duration timeout) {
        this.settings = settings;
        this.admin =
                new DeferredClient<>(
                        settings, () -> Admin.create(ClientProperties.admin(settings, timeout)));
    }

    Reachability ask() {
        Admin open = admin.get();
        if (open == null) {
            return unreachable("none of their names can be resolved");
        }
        try {
            open.describeTopics(List.of(Topics.CALL_EVENTS, Topics.DEAD_LETTERS))
                    .allTopicNames()
                    .get();
            return new Reachability.Reachable();
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException
                    ? missingTopics()
                    : unreachable(Reason.of(e));
        } catch (KafkaException e) {
            return unreachable(Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
        Admin open = admin.get();
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }

    private static Reachability missingTopics() {
        return new Reachability.Unreachable(
                "the topics %s and %s do not both exist: create them"
                        .formatted(Topics.CALL_EVENTS, Topics.DEAD_LETTERS));
    }

    private Reachability unreachable(String detail) {
        return new Reachability.Unreachable(
                "no answer from Kafka at "
                        + settings.properties().bootstrapServers()
                        + ": "
                        + detail);
    }
}
