package com.voicesurvey.telephony.processor.apply;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What one poll brought, by partition.
 *
 * @param topicId the id of the topic that was read, whose name may meanwhile mean another
 */
public record TopicBatch(String topicId, SortedMap<Integer, Slice> slices) {

    /**
     * One partition's part: everything that the partition holds from one offset to another.
     *
     * @param from where reading began
     * @param next where reading goes on: above the last record
     * @param items the records in order; there may be none for an offset that holds no record
     */
    public record Slice(long from, long next, List<BatchItem> items) {
        public Slice {
            items = List.copyOf(items);
            if (from > next) {
                throw new IllegalArgumentException("slice runs backwards: " + from + " to " + next);
            }
        }

        Slice before(long offset) {
            return new Slice(from, offset, filter(item -> item.source().offset() < offset));
        }

        Slice since(long offset) {
            return new Slice(offset, next, itemsSince(offset));
        }

        List<BatchItem> itemsSince(long offset) {
            return filter(item -> item.source().offset() >= offset);
        }

        private List<BatchItem> filter(Predicate<BatchItem> wanted) {
            return items.stream().filter(wanted).toList();
        }
    }

    public Set<Integer> partitions() {
        return slices.keySet();
    }

    /** The number of records. */
    public int size() {
        return slices.values().stream().mapToInt(slice -> slice.items().size()).sum();
    }

    /** The part of the batch that is of those partitions. */
    public TopicBatch ofPartitions(Predicate<Integer> wanted) {
        SortedMap<Integer, Slice> some = new TreeMap<>(slices);
        some.keySet().removeIf(wanted.negate());
        return new TopicBatch(topicId, some);
    }

    /** The same records as two batches, to be applied one after the other; needs two records. */
    List<TopicBatch> halves() {
        List<BatchItem> all = slices.values().stream().flatMap(s -> s.items().stream()).toList();
        BatchItem middle = all.get(all.size() / 2);
        int partition = middle.source().partition();
        long offset = middle.source().offset();
        SortedMap<Integer, Slice> first = new TreeMap<>(slices.headMap(partition));
        SortedMap<Integer, Slice> second = new TreeMap<>(slices.tailMap(partition));
        Slice cut = slices.get(partition);
        if (cut != null && cut.items().getFirst().source().offset() < offset) {
            first.put(partition, cut.before(offset));
            second.put(partition, cut.since(offset));
        }
        return List.of(new TopicBatch(topicId, first), new TopicBatch(topicId, second));
    }

    /** Where each partition is to be read on once the batch is applied. */
    Map<Integer, Long> nextOffsets() {
        Map<Integer, Long> next = new TreeMap<>();
        slices.forEach((partition, slice) -> next.put(partition, slice.next()));
        return next;
    }
}
