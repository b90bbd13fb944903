package com.voicesurvey.telephony.processor.topic;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A part of a topic.
 *
 * @param topicId which topic the name meant
 * @param ranges by partition; a partition of which nothing is to be read has an empty range
 */
public record TopicSpan(String topic, String topicId, SortedMap<Integer, Range> ranges) {
    public TopicSpan {
        ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
    }

    /**
     * The offsets from one to another.
     *
     * @param from the first
     * @param to one above the last, at least {@code from}
     */
    public record Range(long from, long to) {
        public Range {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("no range: " + from + " to " + to);
            }
        }

        public long size() {
            return to - from;
        }

        Range upTo(long end) {
            return new Range(Math.min(from, Math.max(end, 0)), Math.max(0, Math.min(to, end)));
        }
    }

    /** How many offsets it holds: as many records, or a few less. */
    public long size() {
        return ranges.values().stream().mapToLong(Range::size).sum();
    }

    /** The part below those offsets; of a partition that is not among them, nothing. */
    public TopicSpan upTo(Map<Integer, Long> ends) {
        SortedMap<Integer, Range> some = new TreeMap<>();
        ranges.forEach(
                (partition, range) ->
                        some.put(partition, range.upTo(ends.getOrDefault(partition, 0L))));
        return new TopicSpan(topic, topicId, some);
    }
}
