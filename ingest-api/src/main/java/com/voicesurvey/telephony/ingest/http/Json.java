package com.voicesurvey.telephony.ingest.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The answers' bodies. */
final class Json {
    private static final JsonFactory JSON = new JsonFactory();

    private Json() {}

    static byte[] of(Reply.Kept kept) {
        return object(
                json -> {
                    json.writeStringField("status", kept.outcome().label());
                    json.writeStringField("call_id", kept.callId().value());
                    json.writeStringField("event_type", kept.eventType());
                });
    }

    static byte[] of(Problem problem) {
        return object(
                json -> {
                    json.writeStringField("type", "about:blank");
                    json.writeStringField("title", problem.title());
                    json.writeNumberField("status", problem.status());
                    json.writeStringField("detail", problem.detail());
                });
    }

    private static byte[] object(Fields fields) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(JSON._getBufferRecycler());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.getClearAndRelease();
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
