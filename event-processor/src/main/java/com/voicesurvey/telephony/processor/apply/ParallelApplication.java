package com.voicesurvey.telephony.processor.apply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Applies the partitions of a large batch side by side, each group of them in a transaction of its
 * own.
 *
 * <h2>Failure semantics</h2>
 *
 * Partitions share no offset and no call, so that each group stands or falls alone; a batch of
 * which one group failed is handed in again, and what the others have committed is passed over by
 * their stored offsets. It returns, or throws, once no transaction is under way any more.
 */
public final class ParallelApplication implements AutoCloseable {
    /** Below that a second transaction costs more than it gains. */
    private static final int WORTH_A_TRANSACTION = 100;

    private final Transaction transaction;
    private final int width;
    private final ExecutorService others;

    /** What applies one batch in one transaction. */
    @FunctionalInterface
    public interface Transaction {
        BatchOutcome apply(TopicBatch batch);
    }

    /**
     * Applies up to so many groups at once.
     *
     * @param width at least 1
     */
    public ParallelApplication(Transaction transaction, int width) {
        this.transaction = transaction;
        this.width = width;
        this.others =
                Executors.newFixedThreadPool(
                        Math.max(1, width - 1),
                        Thread.ofPlatform().name("call-events-", 2).factory());
    }

    /**
     * Applies the batch and returns once all of it is committed, or known to begin in the wrong
     * place.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if a part is
     *     not known to be committed
     */
    public BatchOutcome apply(TopicBatch batch) {
        List<TopicBatch> groups = groups(batch);
        List<CompletableFuture<BatchOutcome>> elsewhere =
                groups.stream()
                        .skip(1)
                        .map(g -> CompletableFuture.supplyAsync(() -> transaction.apply(g), others))
                        .toList();
        try {
            return merged(transaction.apply(groups.getFirst()), elsewhere);
        } finally {
            elsewhere.forEach(ParallelApplication::awaitEnd);
        }
    }

    @Override
    public void close() {
        others.close();
    }

    /** The batch in groups of partitions that are about equally large. */
    private List<TopicBatch> groups(TopicBatch batch) {
        int count =
                Math.clamp(
                        batch.size() / WORTH_A_TRANSACTION,
                        1,
                        Math.min(width, batch.partitions().size()));
        if (count == 1) {
            return List.of(batch);
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(new Group());
        }
        batch.slices().entrySet().stream()
                .sorted(Comparator.comparingInt(slice -> -slice.getValue().items().size()))
                .forEach(slice -> smallest(groups).add(slice.getKey(), slice.getValue()));
        return groups.stream().map(g -> batch.ofPartitions(g.partitions::contains)).toList();
    }

    private static Group smallest(List<Group> groups) {
        return groups.stream().min(Comparator.comparingInt(group -> group.size)).orElseThrow();
    }

    private static final class Group {
        private final Set<Integer> partitions = new HashSet<>();
        private int size;

        private void add(int partition, TopicBatch.Slice slice) {
            partitions.add(partition);
            size += slice.items().size();
        }
    }

    private static BatchOutcome merged(
            BatchOutcome first, List<CompletableFuture<BatchOutcome>> elsewhere) {
        BatchOutcome all = first;
        for (CompletableFuture<BatchOutcome> future : elsewhere) {
            all = all.and(result(future));
        }
        return all;
    }

    private static BatchOutcome result(CompletableFuture<BatchOutcome> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void awaitEnd(CompletableFuture<BatchOutcome> future) {
        future.handle((outcome, failure) -> true).join();
    }
}
