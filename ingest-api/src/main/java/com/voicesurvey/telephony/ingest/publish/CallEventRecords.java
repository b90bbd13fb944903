package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.trace.TraceParent;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;

import org.apache.kafka.clients.producer.ProducerRecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Turns what was parsed into Kafka records: CloudEvents 1.0 in Kafka's binary mode. */
final class CallEventRecords {
    private CallEventRecords() {}

    static ProducerRecord<byte[], byte[]> event(ParsedCallback.Event parsed) {
        CallEvent event = parsed.event();
        return record(
                Topics.CALL_EVENTS,
                event.key().asText(),
                event.type().wireName(),
                event.header(),
                CallEventEncoder.encode(event, parsed.parameters()));
    }

    static ProducerRecord<byte[], byte[]> deadLetter(
            ParsedCallback.UnknownStatus report, Instant now) {
        EventHeader header = report.header();
        String type = CloudEventNames.UNKNOWN_STATUS_TYPE;
        ProducerRecord<byte[], byte[]> record =
                record(
                        Topics.DEAD_LETTERS,
                        type
                                + "/"
                                + header.providerStatus()
                                + "/"
                                + header.providerCallId()
                                + "/"
                                + header.callId(),
                        type,
                        header,
                        CallEventEncoder.encodeUnknownStatus(header, report.parameters()));
        String detail =
                "%s reported the status \"%s\", which this version does not know"
                        .formatted(header.provider(), header.providerStatus());
        record.headers()
                .add(DeadLetterHeaders.REASON, bytes(DeadLetterReason.UNKNOWN_STATUS.wireName()))
                .add(DeadLetterHeaders.DETAIL, bytes(detail))
                .add(DeadLetterHeaders.TIME, bytes(now.toString()));
        return record;
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, String id, String type, EventHeader header, byte[] value) {
        CloudEvent event =
                CloudEventBuilder.v1()
                        .withId(id)
                        .withType(type)
                        .withSource(CloudEventNames.providerSource(header.provider()))
                        .withSubject(header.callId().value())
                        .withTime(header.occurredAt().atOffset(ZoneOffset.UTC))
                        .withData("application/json", CloudEventNames.CALL_EVENT_SCHEMA, value)
                        .build();
        ProducerRecord<byte[], byte[]> record =
                KafkaMessageFactory.createWriter(topic, bytes(header.callId().value()))
                        .writeBinary(event);
        String traceparent = TraceParent.ofCurrent();
        if (traceparent != null) {
            record.headers().add(TraceParent.NAME, bytes(traceparent));
        }
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
