package com.voicesurvey.telephony.processor.message;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** A message to be sent, decided on by a transaction. */
public record OutboxMessage(
        String topic, byte @Nullable [] key, byte @Nullable [] value, List<MessageHeader> headers) {

    public OutboxMessage {
        headers = List.copyOf(headers);
    }

    /** The same with one header more. */
    public OutboxMessage with(MessageHeader header) {
        return new OutboxMessage(
                topic, key, value, Stream.concat(headers.stream(), Stream.of(header)).toList());
    }
}
