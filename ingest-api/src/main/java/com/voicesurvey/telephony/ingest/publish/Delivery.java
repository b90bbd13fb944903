package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.fault.Reason;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One record on its way to Kafka: settled by Kafka's answer, or given up before it. */
final class Delivery implements Callback {
    private static final SendResult ACKNOWLEDGED = new SendResult.Acknowledged();
    private static final SendResult TOO_LATE =
            new SendResult.Unanswered("no acknowledgement in time");

    private final long start = System.nanoTime();
    private final Runnable onAcknowledgement;
    private final CompletableFuture<SendResult> result = new CompletableFuture<>();

    Delivery(Runnable onAcknowledgement) {
        this.onAcknowledgement = onAcknowledgement;
    }

    /** When it was handed over, as {@link System#nanoTime} has it. */
    long start() {
        return start;
    }

    boolean isSettled() {
        return result.isDone();
    }

    /** Whether it is known already that this failed. */
    boolean isFailed() {
        return result.isDone() && !(result.resultNow() instanceof SendResult.Acknowledged);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure == null) {
            onAcknowledgement.run();
            result.complete(ACKNOWLEDGED);
        } else {
            fail(failure);
        }
    }

    /** Everything but what is wrong with the record itself may pass: also rights and topics. */
    void fail(Exception failure) {
        String detail = Reason.of(failure);
        result.complete(
                failure instanceof RecordTooLargeException
                                || failure instanceof InvalidTopicException
                        ? new SendResult.Refused(detail)
                        : new SendResult.Unanswered(detail));
    }

    void giveUp() {
        result.complete(TOO_LATE);
    }

    /** Completed once it is settled or given up, never with an exception. */
    CompletableFuture<SendResult> result() {
        return result;
    }

    /** Waits until it is settled, at most for so long. */
    SendResult await(Duration patience) {
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return TOO_LATE;
        } catch (InterruptedException e) {
            return interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a delivery is never completed with an exception", e);
        }
    }

    private static SendResult interrupted() {
        Thread.currentThread().interrupt();
        return new SendResult.Unanswered("interrupted while waiting for Kafka");
    }
}
