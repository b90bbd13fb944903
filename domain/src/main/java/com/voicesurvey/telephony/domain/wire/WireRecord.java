package com.voicesurvey.telephony.domain.wire;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A record as Kafka carries it, without where it stands. */
public record WireRecord(
        byte @Nullable [] key, byte @Nullable [] value, List<RecordHeader> headers) {

    // written out: javac leaves a compact constructor's @Nullable out of the class file
    public WireRecord(byte @Nullable [] key, byte @Nullable [] value, List<RecordHeader> headers) {
        this.key = key;
        this.value = value;
        this.headers = List.copyOf(headers);
    }
}
