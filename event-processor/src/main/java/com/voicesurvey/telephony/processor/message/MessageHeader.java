package com.voicesurvey.telephony.processor.message;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** One header of a Kafka record; names may repeat. */
public record MessageHeader(String name, byte @Nullable [] value) {
    public static MessageHeader text(String name, String value) {
        return new MessageHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
