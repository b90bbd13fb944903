package com.voicesurvey.telephony.processor.message;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A message to be sent, decided on by a transaction. */
public record OutboxMessage(
        String topic, byte @Nullable [] key, byte @Nullable [] value, List<MessageHeader> headers) {

    public OutboxMessage {
        headers = List.copyOf(headers);
    }
}
