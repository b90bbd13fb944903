package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What event-processor has to say of a call, a CloudEvent in Kafka's binary mode.
 *
 * @param id the same however often the message is sent
 * @param extensions further attributes, by names of lower-case letters and digits
 */
record CloudEventMessage(
        String topic,
        String type,
        URI schema,
        CallId call,
        String id,
        Map<String, String> extensions) {

    /** The message that the outbox keeps, with that JSON for its value. */
    OutboxMessage of(byte[] value, Instant now) {
        byte[] key = call.value().getBytes(StandardCharsets.UTF_8);
        CloudEventBuilder event =
                CloudEventBuilder.v1()
                        .withId(id)
                        .withType(type)
                        .withSource(CloudEventNames.PROCESSOR_SOURCE)
                        .withSubject(call.value())
                        .withTime(now.atOffset(ZoneOffset.UTC))
                        .withDataSchema(schema)
                        .withDataContentType("application/json")
                        .withData(value);
        extensions.forEach(event::withExtension);
        List<MessageHeader> headers = new ArrayList<>();
        KafkaMessageFactory.<byte[]>createWriter(topic, key)
                .writeBinary(event.build())
                .headers()
                .forEach(header -> headers.add(new MessageHeader(header.key(), header.value())));
        return new OutboxMessage(topic, key, value, headers);
    }
}
