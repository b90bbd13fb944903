package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kafka: one idempotent producer, acks=all, awaited. */
final class KafkaEventPublisher implements EventPublisher {
    private final Clock clock;
    private final Duration budget;
    private final DeferredClient<Producer<byte[], byte[]>> producer;
    private final BrokerProbe probe;

    KafkaEventPublisher(KafkaSettings settings, Clock clock, Duration probeTimeout) {
        this.clock = clock;
        this.budget = settings.produceBudget();
        this.producer =
                new DeferredClient<>(
                        settings, () -> new KafkaProducer<>(ClientProperties.producer(settings)));
        this.probe = new BrokerProbe(settings, probeTimeout);
    }

    @Override
    public PublishResult publish(ParsedCallback.Event event) {
        return send(CallEventRecords.event(event));
    }

    @Override
    public PublishResult quarantine(ParsedCallback.UnknownStatus report) {
        return send(CallEventRecords.deadLetter(report, clock.instant()));
    }

    @Override
    public Reachability reachability() {
        return switch (probe.ask()) {
            case Reachability.Reachable reachable -> producerKnowsTopics(reachable);
            case Reachability.Unreachable unreachable -> unreachable;
        };
    }

    /**
     * The producer learns of a topic when it is first asked for it, which on a cold start takes
     * longer than a callback may wait: so it is asked before the service says that it is ready.
     * Costs nothing once it knows.
     */
    private Reachability producerKnowsTopics(Reachability.Reachable reachable) {
        Producer<byte[], byte[]> open = producer.get();
        if (open == null) {
            return new Reachability.Unreachable("the brokers' names cannot be resolved");
        }
        try {
            open.partitionsFor(Topics.CALL_EVENTS);
            open.partitionsFor(Topics.DEAD_LETTERS);
            return reachable;
        } catch (KafkaException | IllegalStateException e) {
            return new Reachability.Unreachable(
                    "the producer does not know the topics yet: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        producer.close();
        Producer<byte[], byte[]> open = producer.get();
        if (open != null) {
            open.close(budget);
        }
        probe.close();
    }

    private PublishResult send(ProducerRecord<byte[], byte[]> record) {
        long deadline = System.nanoTime() + budget.toNanos();
        Producer<byte[], byte[]> open = producer.get();
        if (open == null) {
            return new PublishResult.Unavailable("the brokers' names cannot be resolved");
        }
        try {
            open.send(record).get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            return new PublishResult.Durable();
        } catch (ExecutionException e) {
            return new PublishResult.Unavailable(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            return new PublishResult.Unavailable("no acknowledgement within " + budget);
        } catch (KafkaException | IllegalStateException e) {
            return new PublishResult.Unavailable(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PublishResult.Unavailable("interrupted while waiting for Kafka");
        }
    }
}
