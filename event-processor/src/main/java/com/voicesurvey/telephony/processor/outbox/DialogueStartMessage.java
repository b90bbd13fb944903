package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.DialogueStart;
import com.voicesurvey.telephony.domain.wire.DialogueStartEncoder;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A dialogue start as the message that the outbox keeps: a CloudEvent in Kafka's binary mode. */
public final class DialogueStartMessage {
    private DialogueStartMessage() {}

    public static OutboxMessage of(DialogueStart start, Instant now) {
        byte[] key = start.callId().value().getBytes(StandardCharsets.UTF_8);
        byte[] value = DialogueStartEncoder.encode(start);
        var event =
                CloudEventBuilder.v1()
                        .withId(start.eventId())
                        .withType(CloudEventNames.DIALOGUE_START_TYPE)
                        .withSource(CloudEventNames.PROCESSOR_SOURCE)
                        .withSubject(start.callId().value())
                        .withTime(now.atOffset(ZoneOffset.UTC))
                        .withDataSchema(CloudEventNames.DIALOGUE_START_SCHEMA)
                        .withDataContentType("application/json")
                        .withData(value)
                        .build();
        List<MessageHeader> headers = new ArrayList<>();
        KafkaMessageFactory.<byte[]>createWriter(Topics.DIALOGUE_STARTS, key)
                .writeBinary(event)
                .headers()
                .forEach(header -> headers.add(new MessageHeader(header.key(), header.value())));
        return new OutboxMessage(Topics.DIALOGUE_STARTS, key, value, headers);
    }
}
