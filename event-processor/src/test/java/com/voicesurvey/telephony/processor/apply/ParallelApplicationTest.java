package com.voicesurvey.telephony.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

class ParallelApplicationTest {
    private final Queue<TopicBatch> applied = new ConcurrentLinkedQueue<>();

    @Test
    void the_groups_of_a_large_batch_are_under_way_together_and_share_no_partition() {
        CyclicBarrier together = new CyclicBarrier(3);
        try (var parallel =
                new ParallelApplication(
                        batch -> {
                            await(together);
                            return apply(batch);
                        },
                        3)) {
            BatchOutcome outcome = parallel.apply(batch(100, 100, 100, 100, 100, 100));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            BatchOutcome.Committed.class,
                            all -> assertThat(all.report().read()).isEqualTo(600));
        }
        assertThat(applied)
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.size()).isEqualTo(200))
                .flatExtracting(TopicBatch::partitions)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void a_small_batch_is_one_transaction() {
        try (var parallel = new ParallelApplication(this::apply, 4)) {
            parallel.apply(batch(30, 30, 30));
        }
        assertThat(applied).hasSize(1);
    }

    @Test
    void one_partition_is_one_transaction_however_large() {
        try (var parallel = new ParallelApplication(this::apply, 4)) {
            parallel.apply(batch(1_000));
        }
        assertThat(applied).hasSize(1);
    }

    @Test
    void a_gap_of_one_group_is_the_gap_of_the_batch() {
        try (var parallel =
                new ParallelApplication(
                        batch ->
                                batch.partitions().contains(1)
                                        ? new BatchOutcome.Gap(1, 7)
                                        : apply(batch),
                        2)) {
            assertThat(parallel.apply(batch(200, 200))).isEqualTo(new BatchOutcome.Gap(1, 7));
        }
    }

    @Test
    void a_failure_is_told_once_the_others_have_ended() {
        AtomicInteger ended = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);
        try (var parallel =
                new ParallelApplication(
                        batch -> {
                            await(together);
                            if (batch.partitions().contains(0)) {
                                throw new IllegalStateException("away");
                            }
                            BatchOutcome outcome = apply(batch);
                            ended.incrementAndGet();
                            return outcome;
                        },
                        2)) {
            assertThatThrownBy(() -> parallel.apply(batch(200, 200))).hasMessage("away");
            assertThat(ended).hasValue(1);
        }
    }

    private BatchOutcome apply(TopicBatch batch) {
        applied.add(batch);
        return new BatchOutcome.Committed(
                new BatchReport(batch.size(), 0, 0, List.of(), 0, 0, List.of()));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the groups are not under way together", e);
        }
    }

    /** A batch with so many records in each partition. */
    private static TopicBatch batch(int... sizes) {
        SortedMap<Integer, TopicBatch.Slice> slices = new TreeMap<>();
        for (int partition = 0; partition < sizes.length; partition++) {
            int number = partition;
            slices.put(
                    partition,
                    new TopicBatch.Slice(
                            0,
                            sizes[partition],
                            LongStream.range(0, sizes[partition])
                                    .mapToObj(offset -> item(number, offset))
                                    .toList()));
        }
        return new TopicBatch("topic", slices);
    }

    private static BatchItem item(int partition, long offset) {
        return BatchItem.unusable(
                new SourceRecord(
                        "call-events", partition, offset, new byte[0], new byte[0], List.of()),
                DeadLetterReason.UNREADABLE,
                "it is no JSON");
    }
}
