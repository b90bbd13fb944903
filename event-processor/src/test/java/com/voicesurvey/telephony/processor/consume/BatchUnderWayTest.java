package com.voicesurvey.telephony.processor.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.apply.BatchItem;
import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.apply.TopicBatch;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

@Timeout(20)
class BatchUnderWayTest {
    private static final BatchOutcome COMMITTED =
            new BatchOutcome.Committed(new BatchReport(1, 0, 0, List.of(), 0, 0, List.of()));

    private final List<BatchReport> told = new ArrayList<>();
    private final ConsumerListener listener =
            new ConsumerListener() {
                @Override
                public void committed(BatchReport report) {
                    told.add(report);
                }
            };

    @Test
    void a_small_batch_is_applied_at_once_on_the_callers_thread() {
        List<Thread> threads = new ArrayList<>();
        try (var underWay =
                new BatchUnderWay(
                        batch -> {
                            threads.add(Thread.currentThread());
                            return COMMITTED;
                        },
                        listener)) {
            underWay.start(batch(1));

            assertThat(threads).containsExactly(Thread.currentThread());
            assertThat(told).hasSize(1);
            assertThat(underWay.isWorthPollingMeanwhile()).isFalse();
            assertThat(underWay.outcome()).isEqualTo(COMMITTED);
            assertThat(underWay.isEmpty()).isTrue();
        }
    }

    @Test
    void a_large_batch_lets_its_caller_go_on() {
        CompletableFuture<BatchOutcome> database = new CompletableFuture<>();
        try (var underWay = new BatchUnderWay(batch -> database.join(), listener)) {
            underWay.start(batch(2_000));

            assertThat(underWay.isWorthPollingMeanwhile()).isTrue();
            assertThat(underWay.isEmpty()).isFalse();
            database.complete(COMMITTED);
            assertThat(underWay.outcome()).isEqualTo(COMMITTED);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void what_is_not_committed_is_told_to_nobody_and_thrown_as_it_is() {
        for (int size : new int[] {1, 2_000}) {
            var away = new IllegalStateException("away");
            try (var underWay =
                    new BatchUnderWay(
                            batch -> {
                                throw away;
                            },
                            listener)) {
                underWay.start(batch(size));
                underWay.awaitEnd();

                assertThatThrownBy(underWay::outcome).isSameAs(away);
                assertThat(underWay.isEmpty()).isTrue();
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void there_is_one_at_a_time() {
        try (var underWay = new BatchUnderWay(batch -> COMMITTED, listener)) {
            underWay.start(batch(1));

            assertThatThrownBy(() -> underWay.start(batch(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("under way already");
        }
    }

    private static TopicBatch batch(int records) {
        TreeMap<Integer, TopicBatch.Slice> slices = new TreeMap<>();
        slices.put(
                0,
                new TopicBatch.Slice(
                        0,
                        records,
                        LongStream.range(0, records).mapToObj(BatchUnderWayTest::item).toList()));
        return new TopicBatch("topic-id", slices);
    }

    private static BatchItem item(long offset) {
        return BatchItem.unusable(
                new SourceRecord("topic", 0, offset, null, null, List.of()),
                DeadLetterReason.UNREADABLE,
                "test");
    }
}
