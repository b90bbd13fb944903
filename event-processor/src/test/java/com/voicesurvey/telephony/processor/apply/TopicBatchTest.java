package com.voicesurvey.telephony.processor.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

class TopicBatchTest {

    @Test
    void halves_hold_every_record_once_and_in_order() {
        TopicBatch batch = batch(slice(0, 5, 3), slice(1, 100, 4), slice(2, 7, 1));

        List<String> places = new ArrayList<>();
        batch.halves().forEach(half -> places.addAll(places(half)));

        assertThat(places).isEqualTo(places(batch));
    }

    @Test
    void halving_again_and_again_ends_at_single_records_and_covers_every_offset() {
        List<TopicBatch> singles = new ArrayList<>();
        split(batch(slice(0, 5, 7), slice(3, 0, 2)), singles);

        assertThat(singles).hasSize(9).allMatch(single -> single.size() == 1);
        TreeMap<Integer, Long> reached = new TreeMap<>();
        for (TopicBatch single : singles) {
            single.slices()
                    .forEach(
                            (partition, part) -> {
                                Long before = reached.put(partition, part.next());
                                assertThat(before == null || before == part.from())
                                        .as("no offset of partition %s is left out", partition)
                                        .isTrue();
                            });
        }
        assertThat(reached).containsEntry(0, 12L).containsEntry(3, 2L);
    }

    @Test
    void a_slice_from_a_later_offset_leaves_out_what_lies_below() {
        TopicBatch.Slice slice = slice(0, 10, 5).value();
        assertThat(slice.itemsSince(13)).hasSize(2);
        assertThat(slice.itemsSince(99)).isEmpty();
    }

    private static void split(TopicBatch batch, List<TopicBatch> singles) {
        if (batch.size() == 1) {
            singles.add(batch);
        } else {
            batch.halves().forEach(half -> split(half, singles));
        }
    }

    private static List<String> places(TopicBatch batch) {
        return batch.slices().values().stream()
                .flatMap(slice -> slice.items().stream())
                .map(item -> item.source().place())
                .toList();
    }

    private record Part(int partition, TopicBatch.Slice value) {}

    private static Part slice(int partition, long from, int count) {
        List<BatchItem> items =
                LongStream.range(from, from + count)
                        .mapToObj(
                                offset ->
                                        BatchItem.unusable(
                                                new SourceRecord(
                                                        "t",
                                                        partition,
                                                        offset,
                                                        new byte[0],
                                                        new byte[0],
                                                        List.of()),
                                                DeadLetterReason.UNREADABLE,
                                                ""))
                        .toList();
        return new Part(partition, new TopicBatch.Slice(from, from + count, items));
    }

    private static TopicBatch batch(Part... parts) {
        SortedMap<Integer, TopicBatch.Slice> slices = new TreeMap<>();
        for (Part part : parts) {
            slices.put(part.partition(), part.value());
        }
        return new TopicBatch("id", slices);
    }
}
