package com.voicesurvey.telephony.processor.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
        ArrayNode array = JSON.createArrayNode();
        for (MessageHeader header : headers) {
            ObjectNode node = array.addObject();
            putBytes(node, "name", header.name().getBytes(StandardCharsets.UTF_8));
            if (header.value() != null) {
                putBytes(node, "text", header.value());
            }
        }
        return array.toString();
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

    private static void putBytes(ObjectNode node, String field, byte[] value) {
        String text = asText(value);
        if (text != null) {
            node.put(field, text);
        } else {
            node.put(
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
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            return text.indexOf('\0') >= 0 ? null : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
