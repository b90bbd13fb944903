package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.fault.Reason;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A producer that is replaced if it fails before it has delivered anything: an idempotent one that
 * the broker refused at its first connection, for a password say, delivers nothing for the rest of
 * its life, also when the password has been mended.
 */
public final class RelayProducer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayProducer.class);
    private static final Duration FOR_WHAT_IS_UNDER_WAY = Duration.ofSeconds(5);

    private final Supplier<? extends Producer<byte[], byte[]>> maker;
    private Producer<byte[], byte[]> current;
    private boolean proven;

    public RelayProducer(Supplier<? extends Producer<byte[], byte[]>> maker) {
        this.maker = maker;
        this.current = maker.get();
    }

    /**
     * Hands a record over; {@link #isTaken} says what became of it.
     *
     * @throws KafkaException if it could not be handed over
     */
    synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        try {
            return current.send(record);
        } catch (KafkaException e) {
            replaceUnlessProven();
            throw e;
        }
    }

    /** Waits for the answer, at most for the producer's delivery timeout. */
    boolean isTaken(Future<RecordMetadata> promise) {
        try {
            promise.get();
            proven();
            return true;
        } catch (ExecutionException e) {
            LOG.debug("Not sent: {}", Reason.of(e));
            // a record that is too large says nothing of the producer, and the others are under way
            if (!(e.getCause() instanceof RecordTooLargeException)) {
                replaceUnlessProven();
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized void proven() {
        proven = true;
    }

    private synchronized void replaceUnlessProven() {
        if (!proven) {
            Producer<byte[], byte[]> next = maker.get();
            current.close(Duration.ZERO);
            current = next;
        }
    }

    @Override
    public synchronized void close() {
        current.close(FOR_WHAT_IS_UNDER_WAY);
    }
}
