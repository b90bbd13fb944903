package com.voicesurvey.telephony.local.bench.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;

/** An event as a reference reads it from the topic. */
record TopicEvent(
        String callId,
        String contactId,
        String providerCallId,
        String type,
        String status,
        @Nullable Integer sequenceNumber,
        OffsetDateTime time,
        OffsetDateTime receivedAt,
        @Nullable Integer durationSeconds,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        int partition,
        long offset) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TopicEvent of(ConsumerRecord<byte[], byte[]> record) {
        try {
            JsonNode json = JSON.readTree(record.value());
            return new TopicEvent(
                    json.path("call_id").asText(),
                    json.path("contact_id").asText(),
                    json.path("provider_call_id").asText(),
                    json.path("event_type").asText(),
                    json.path("provider_status").asText(),
                    number(json, "sequence_number"),
                    OffsetDateTime.parse(json.path("provider_time").asText()),
                    OffsetDateTime.parse(json.path("received_at").asText()),
                    number(json, "duration_seconds"),
                    text(json, "error_code"),
                    text(json, "error_message"),
                    record.partition(),
                    record.offset());
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable record", e);
        }
    }

    boolean isAnswer() {
        return type.equals("call.answered");
    }

    boolean isEnd() {
        return stage().equals("ended");
    }

    String stage() {
        return switch (type) {
            case "call.initiated" -> "initiated";
            case "call.ringing" -> "ringing";
            case "call.answered" -> "answered";
            default -> "ended";
        };
    }

    /** What telephony can say of how the call came out. */
    @Nullable String outcome() {
        return switch (type) {
            case "call.no_answer" -> "no_answer";
            case "call.busy" -> "busy";
            case "call.failed", "call.canceled" -> "failed";
            default -> null;
        };
    }

    private static @Nullable Integer number(JsonNode json, String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node.asInt();
    }

    private static @Nullable String text(JsonNode json, String name) {
        JsonNode node = json.get(name);
        return node == null || node.isNull() ? null : node.asText();
    }
}
