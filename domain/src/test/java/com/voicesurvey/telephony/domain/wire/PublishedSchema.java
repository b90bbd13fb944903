package com.voicesurvey.telephony.domain.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A JSON Schema of this module, as consumers find it. */
final class PublishedSchema {
    private static final SpecificationVersion DRAFT = SpecificationVersion.DRAFT_2020_12;

    static final PublishedSchema CALL_EVENT = new PublishedSchema("call-event.v1.schema.json");
    static final PublishedSchema DIALOGUE_START =
            new PublishedSchema("dialogue-start.v1.schema.json");
    static final PublishedSchema OVERDUE_CALL = new PublishedSchema("call-overdue.v1.schema.json");

    private final String text;
    private final Schema schema;

    private PublishedSchema(String file) {
        text = read(file);
        schema = SchemaRegistry.withDefaultDialect(DRAFT).getSchema(text, InputFormat.JSON);
    }

    /** What a value breaks, formats included; empty for a valid one. */
    List<String> violations(byte[] value) {
        return violations(schema, new String(value, StandardCharsets.UTF_8));
    }

    /** What the schema itself breaks of its dialect. */
    List<String> violationsOfDialect() {
        SchemaLocation dialect = SchemaLocation.of(DRAFT.getDialectId());
        return violations(SchemaRegistry.withDefaultDialect(DRAFT).getSchema(dialect), text);
    }

    JsonNode json() {
        return schema.getSchemaNode();
    }

    private static List<String> violations(Schema schema, String json) {
        return schema
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static String read(String file) {
        try (InputStream stream = PublishedSchema.class.getResourceAsStream("/schema/" + file)) {
            return new String(
                    Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
