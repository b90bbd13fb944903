package com.voicesurvey.telephony.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes the value of a {@code dialogue-starts} record: one JSON object, schema version 1. */
public final class DialogueStartEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private DialogueStartEncoder() {}

    public static byte[] encode(DialogueStart start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("schema_version", 1);
            json.writeStringField("call_id", start.callId().value());
            json.writeStringField("call_attempt_id", start.callAttemptId().toString());
            json.writeStringField("campaign_id", start.campaignId().toString());
            json.writeStringField("contact_id", start.contactId().toString());
            json.writeStringField("provider_call_id", start.providerCallId().value());
            json.writeStringField("answered_at", start.answeredAt().toString());
            json.writeStringField("language", start.language().name().toLowerCase(Locale.ROOT));
            if (start.answeredBy() != null) {
                json.writeStringField("answered_by", start.answeredBy().wireName());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }
}
