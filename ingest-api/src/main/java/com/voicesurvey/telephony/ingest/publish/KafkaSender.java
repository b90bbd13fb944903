package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Kafka: one idempotent producer, acks=all, awaited.
 *
 * <h2>Failure semantics</h2>
 *
 * A single record is waited for at most the produce budget, and only a quarter of it while Kafka
 * acknowledges nothing at all: a broker that is gone then holds nobody up for long, and one that is
 * merely busy gets its time.
 */
final class KafkaSender implements AutoCloseable {
    /** The producer has given every record up by then. */
    private static final Duration BATCH_PATIENCE = ClientProperties.DELIVERY.plusSeconds(2);

    private final Duration budget;
    private final Duration silence;
    private final DeferredClient<Producer<byte[], byte[]>> producer;
    private final BrokerProbe probe;
    private volatile long lastAcknowledgement = System.nanoTime();
    private volatile boolean proven;

    KafkaSender(KafkaSettings settings, Duration probeTimeout) {
        this.budget = settings.produceBudget();
        this.silence = budget.dividedBy(4);
        this.producer =
                new DeferredClient<>(
                        settings, () -> new KafkaProducer<>(ClientProperties.producer(settings)));
        this.probe = new BrokerProbe(settings, probeTimeout);
    }

    /** Sends one record and waits for its acknowledgement. */
    SendResult send(ProducerRecord<byte[], byte[]> record) {
        long start = System.nanoTime();
        Future<RecordMetadata> sent = handOver(record);
        while (true) {
            SendResult result = answer(sent, silence);
            long now = System.nanoTime();
            boolean givenUp =
                    now - start >= budget.toNanos()
                            || now - lastAcknowledgement >= silence.toNanos();
            if (sent.isDone() || givenUp || Thread.currentThread().isInterrupted()) {
                return result;
            }
        }
    }

    /**
     * Sends all of them at once and waits for each, in their order. What follows the first that is
     * not acknowledged may have got there too.
     */
    List<SendResult> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            Future<RecordMetadata> future = handOver(record);
            sent.add(future);
            if (future.isDone() && future.state() == Future.State.FAILED) {
                break;
            }
        }
        return sent.stream().map(future -> answer(future, BATCH_PATIENCE)).toList();
    }

    /** Gives the producer up for a new one: some of its errors are for ever. */
    void renew() {
        proven = false;
        producer.renew(old -> old.close(Duration.ZERO));
    }

    /**
     * Whether the producer has delivered anything yet. An idempotent one that was refused at its
     * first connection, for a password say, never will, also when the password has been mended.
     */
    boolean isProven() {
        return proven;
    }

    Reachability reachability() {
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

    private Future<RecordMetadata> handOver(ProducerRecord<byte[], byte[]> record) {
        Producer<byte[], byte[]> open = producer.get();
        if (open == null) {
            return CompletableFuture.failedFuture(
                    new KafkaException("the brokers' names cannot be resolved"));
        }
        try {
            return open.send(record);
        } catch (KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private SendResult answer(Future<RecordMetadata> sent, Duration patience) {
        try {
            sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            lastAcknowledgement = System.nanoTime();
            proven = true;
            return new SendResult.Acknowledged();
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (TimeoutException e) {
            return new SendResult.Unanswered("no acknowledgement in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SendResult.Unanswered("interrupted while waiting for Kafka");
        }
    }

    /** Everything but what is wrong with the record itself may pass: also rights and topics. */
    private static SendResult failed(@Nullable Throwable cause) {
        String detail = cause == null ? "no reason given" : Reason.of(cause);
        return cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException
                ? new SendResult.Refused(detail)
                : new SendResult.Unanswered(detail);
    }
}
