package com.voicesurvey.telephony.processor.topic;

import com.voicesurvey.telephony.processor.message.SourceRecord;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one look at the topic brought. */
public record Chunk(String topicId, SortedMap<Integer, Part> parts) {
    public Chunk {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * One partition's part: all that it holds between two offsets.
     *
     * @param from where reading stood before
     * @param next where it goes on
     */
    public record Part(long from, long next, List<SourceRecord> records) {
        public Part {
            records = List.copyOf(records);
        }
    }

    /** All its records, each partition's in order. */
    public Stream<SourceRecord> records() {
        return parts.values().stream().flatMap(part -> part.records().stream());
    }
}
