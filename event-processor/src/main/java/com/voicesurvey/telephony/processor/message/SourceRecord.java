package com.voicesurvey.telephony.processor.message;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A record as read from a topic, with where it stood. */
public record SourceRecord(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<MessageHeader> headers) {

    public SourceRecord {
        headers = List.copyOf(headers);
    }

    /** The place as people write it: {@code call-events-3@1742}. */
    public String place() {
        return topic + "-" + partition + "@" + offset;
    }
}
