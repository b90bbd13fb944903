package com.voicesurvey.telephony.processor.consume;

import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.TopicBatch;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The batch that is being applied, one at a time. The listener hears of its commit at once, on the
 * thread that applies it: a dialogue start waits for nothing else.
 */
final class BatchUnderWay implements AutoCloseable {
    /** Below that, decoding what comes next takes no longer than handing it to another thread. */
    private static final int WORTH_IT = 500;

    private final BatchHandler handler;
    private final ConsumerListener listener;
    private final ExecutorService applying =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("call-events-1").factory());
    private @Nullable TopicBatch batch;
    private CompletableFuture<BatchOutcome> outcome = new CompletableFuture<>();

    BatchUnderWay(BatchHandler handler, ConsumerListener listener) {
        this.handler = handler;
        this.listener = listener;
    }

    /** Begins with it; a small one is applied by the time that this returns. */
    void start(TopicBatch next) {
        if (batch != null) {
            throw new IllegalStateException("a batch is under way already");
        }
        batch = next;
        outcome =
                isWorthPollingMeanwhile()
                        ? CompletableFuture.supplyAsync(() -> apply(next), applying)
                        : CompletableFuture.supplyAsync(() -> apply(next), Runnable::run);
    }

    boolean isEmpty() {
        return batch == null;
    }

    @Nullable TopicBatch batch() {
        return batch;
    }

    /** Whether it is large enough for another thread. */
    boolean isWorthPollingMeanwhile() {
        return batch != null && batch.size() >= WORTH_IT;
    }

    /**
     * Waits for what becomes of it; from then on no batch is under way.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it is not
     *     known to be committed
     */
    BatchOutcome outcome() {
        Objects.requireNonNull(batch, "no batch is under way");
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            batch = null;
        }
    }

    /** Waits until no transaction of it is under way any more. */
    void awaitEnd() {
        if (batch != null) {
            outcome.handle((result, failure) -> true).join();
        }
    }

    @Override
    public void close() {
        applying.close();
    }

    private BatchOutcome apply(TopicBatch next) {
        BatchOutcome result = handler.apply(next);
        if (result instanceof BatchOutcome.Committed committed) {
            listener.committed(committed.report());
        }
        return result;
    }
}
