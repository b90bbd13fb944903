package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;
import com.voicesurvey.telephony.ingest.trace.TraceParent;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Kafka: one idempotent producer, acks=all.
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

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(5);

    private final Duration budget;
    private final Duration silence;
    private final Patience patience;
    private final DeferredClient<Producer<byte[], byte[]>> producer;
    private final BrokerProbe probe;
    private volatile boolean proven;

    KafkaSender(KafkaSettings settings, Duration probeTimeout) {
        this.budget = settings.produceBudget();
        this.silence = settings.silenceBudget();
        this.patience = new Patience(budget, silence);
        this.producer =
                new DeferredClient<>(
                        settings, () -> new KafkaProducer<>(ClientProperties.producer(settings)));
        this.probe = new BrokerProbe(settings, probeTimeout);
    }

    /** Sends one record. Never waits; what is returned is completed by Kafka's answer. */
    CompletableFuture<SendResult> send(ProducerRecord<byte[], byte[]> record) {
        Delivery delivery = handOver(record);
        patience.watch(delivery);
        return delivery.result();
    }

    /**
     * Sends all of them at once and waits for each, in their order. What follows the first that is
     * not acknowledged may have got there too.
     */
    List<SendResult> sendAll(List<ProducerRecord<byte[], byte[]>> records) {
        Producer<byte[], byte[]> open = producer.get();
        if (open != null) {
            // a topic that is not there is said of each record below
            var _ = awaitTopics(open);
        }
        List<Delivery> sent = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> record : records) {
            Delivery delivery = handOver(record);
            sent.add(delivery);
            if (delivery.isFailed()) {
                break;
            }
        }
        return sent.stream().map(delivery -> delivery.await(BATCH_PATIENCE)).toList();
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

    private Reachability producerKnowsTopics(Reachability.Reachable reachable) {
        Producer<byte[], byte[]> open = producer.get();
        String problem = open == null ? "the brokers' names cannot be resolved" : awaitTopics(open);
        return problem == null ? reachable : new Reachability.Unreachable(problem);
    }

    /**
     * The producer learns of a topic when it is first asked for it, and whatever it is given before
     * that it refuses, since nobody may wait in it: so it is asked before the service says that it
     * is ready, and before the spool is sent. Costs nothing once it knows.
     *
     * @return what is wrong; null once it knows both topics
     */
    private @Nullable String awaitTopics(Producer<byte[], byte[]> open) {
        long deadline = System.nanoTime() + silence.toNanos();
        while (true) {
            try {
                open.partitionsFor(Topics.CALL_EVENTS);
                open.partitionsFor(Topics.DEAD_LETTERS);
                return null;
            } catch (KafkaException | IllegalStateException e) {
                if (!(e instanceof TimeoutException) || System.nanoTime() > deadline) {
                    return "the producer does not know the topics yet: " + e.getMessage();
                }
                LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
        Producer<byte[], byte[]> open = producer.get();
        if (open != null) {
            open.close(budget);
        }
        patience.close();
        probe.close();
    }

    private Delivery handOver(ProducerRecord<byte[], byte[]> record) {
        Delivery delivery = new Delivery(this::acknowledged);
        Producer<byte[], byte[]> open = producer.get();
        if (open == null) {
            delivery.fail(new KafkaException("the brokers' names cannot be resolved"));
            return delivery;
        }
        try {
            send(open, record, delivery);
        } catch (KafkaException | IllegalStateException e) {
            delivery.fail(e);
        }
        return delivery;
    }

    /**
     * Within the record's own trace, which an agent that watches the producer goes on with; what
     * the spool sends is sent on a thread that has none.
     */
    private static void send(
            Producer<byte[], byte[]> open,
            ProducerRecord<byte[], byte[]> record,
            Delivery delivery) {
        Header trace = record.headers().lastHeader(TraceParent.NAME);
        if (trace == null || TraceParent.ofCurrent() != null) {
            var _ = open.send(record, delivery);
            return;
        }
        String value = new String(trace.value(), StandardCharsets.UTF_8);
        try (Scope _ = TraceParent.extract(Context.current(), value).makeCurrent()) {
            var _ = open.send(record, delivery);
        }
    }

    private void acknowledged() {
        patience.acknowledged();
        proven = true;
    }
}
