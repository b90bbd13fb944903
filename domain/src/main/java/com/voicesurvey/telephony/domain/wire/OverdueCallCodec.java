package com.voicesurvey.telephony.domain.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Writes and reads the value of a {@code call-overdue} record: JSON, schema version 1. */
public final class OverdueCallCodec {
    private static final JsonFactory JSON = new JsonFactory();

    private OverdueCallCodec() {}

    public static byte[] encode(OverdueCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("schema_version", 1);
            json.writeStringField("call_id", call.callId().value());
            json.writeStringField("campaign_id", call.campaignId().toString());
            json.writeStringField("contact_id", call.contactId().toString());
            json.writeStringField("provider_call_id", call.providerCallId().value());
            json.writeNumberField("request", call.request());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** What the value asks; null where it cannot be read. Never throws. */
    public static @Nullable OverdueCall decode(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            Map<String, String> fields = fields(value);
            return "1".equals(fields.get("schema_version"))
                    ? new OverdueCall(
                            new CallId(present(fields, "call_id")),
                            new CampaignId(UUID.fromString(present(fields, "campaign_id"))),
                            new ContactId(UUID.fromString(present(fields, "contact_id"))),
                            new ProviderCallId(present(fields, "provider_call_id")),
                            Integer.parseInt(present(fields, "request")))
                    : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, String> fields(byte[] value) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the value is not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                switch (json.nextToken()) {
                    case VALUE_STRING, VALUE_NUMBER_INT -> fields.put(name, json.getText());
                    default -> json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("the value goes on after its object");
            }
        }
        return fields;
    }

    private static String present(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
