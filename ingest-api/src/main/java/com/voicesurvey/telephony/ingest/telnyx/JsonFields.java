package com.voicesurvey.telephony.ingest.telnyx;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.voicesurvey.telephony.domain.event.Parameter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON object's values by their place, {@code data.payload.hangup_cause}, in order; elements of
 * an array share its place. Nulls are left out.
 */
record JsonFields(List<Parameter> all) {
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                    .build();

    JsonFields {
        all = List.copyOf(all);
    }

    /** Null where the text is no JSON object. */
    static @Nullable JsonFields of(byte[] text) {
        List<Parameter> fields = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            read(json, fields);
            return json.nextToken() == null ? new JsonFields(fields) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The first value at that place, or null. */
    @Nullable String first(String place) {
        for (Parameter field : all) {
            if (field.name().equals(place)) {
                return field.value();
            }
        }
        return null;
    }

    /** To the end of the object. */
    private static void read(JsonParser json, List<Parameter> into) throws IOException {
        int depth = 1;
        while (depth > 0) {
            JsonToken token = json.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                into.add(new Parameter(place(json), json.getText()));
            }
        }
    }

    private static String place(JsonParser json) {
        StringBuilder place = new StringBuilder();
        for (var at = json.getParsingContext(); at != null; at = at.getParent()) {
            if (at.inObject()) {
                place.insert(0, place.isEmpty() ? at.getCurrentName() : at.getCurrentName() + ".");
            }
        }
        return place.toString();
    }
}
