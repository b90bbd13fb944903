package com.voicesurvey.telephony.processor.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks a record as read again on purpose: whatever its event does to the call, no dialogue starts
 * for it. The mark is a header, so that it stays with the record while it is parked.
 */
public final class ReplayMark {
    private static final String NAME = "replayed";

    private ReplayMark() {}

    /** The record with the mark. */
    public static SourceRecord on(SourceRecord record) {
        List<MessageHeader> headers = new ArrayList<>(record.headers());
        headers.add(MessageHeader.text(NAME, "true"));
        return new SourceRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                headers);
    }

    public static boolean isOn(SourceRecord record) {
        return record.headers().stream().anyMatch(header -> header.name().equals(NAME));
    }
}
