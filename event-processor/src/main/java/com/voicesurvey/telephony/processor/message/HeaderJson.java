package com.voicesurvey.telephony.processor.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Headers as JSON, for a column that people read too: an array of {@code {"name", "text"}}, or
 * {@code {"name", "base64"}} where the bytes are no text that PostgreSQL keeps. No byte is lost.
 */
public final class HeaderJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HeaderJson() {}

    public static String write(List<MessageHeader> headers) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (MessageHeader header : headers) {
                json.writeStartObject();
                writeBytes(json, "name", header.name().getBytes(StandardCharsets.UTF_8));
                if (header.value() != null) {
                    writeBytes(json, "text", header.value());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing fails in memory", e);
        }
        return text.toString();
    }

    /**
     * Reads back what {@link #write} wrote.
     *
     * @throws UncheckedIOException if the text is not what {@link #write} writes
     */
    public static List<MessageHeader> read(String json) {
        try {
            List<MessageHeader> headers = new ArrayList<>();
            for (JsonNode node : JSON.readTree(json)) {
                byte[] name = bytes(node, "name");
                headers.add(
                        new MessageHeader(
                                name == null ? "" : new String(name, StandardCharsets.UTF_8),
                                bytes(node, "text")));
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable headers: " + json, e);
        }
    }

    private static void writeBytes(JsonGenerator json, String field, byte[] value)
            throws IOException {
        String text = asText(value);
        if (text != null) {
            json.writeStringField(field, text);
        } else {
            json.writeStringField(
                    field.equals("name") ? "name_base64" : "base64",
                    Base64.getEncoder().encodeToString(value));
        }
    }

    private static byte @Nullable [] bytes(JsonNode node, String field) {
        JsonNode text = node.get(field);
        if (text != null) {
            return text.asText().getBytes(StandardCharsets.UTF_8);
        }
        JsonNode encoded = node.get(field.equals("name") ? "name_base64" : "base64");
        return encoded == null ? null : Base64.getDecoder().decode(encoded.asText());
    }

    private static @Nullable String asText(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            return null;
        }
        // stands for what is no UTF-8, and may have been sent as itself
        boolean isExact =
                text.indexOf('\uFFFD') < 0
                        || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), value);
        return isExact ? text : null;
    }
}
