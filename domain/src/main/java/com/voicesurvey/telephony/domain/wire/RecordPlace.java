package com.voicesurvey.telephony.domain.wire;

/**
 * Where a record stands.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record RecordPlace(String topic, int partition, long offset) {
    public RecordPlace {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("the topic has no name");
        }
        if (partition < 0) {
            throw new IllegalArgumentException("the partition is negative: " + partition);
        }
        if (offset < 0) {
            throw new IllegalArgumentException("the offset is negative: " + offset);
        }
    }

    /** As people write it: {@code call-events-3@1742}. */
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
