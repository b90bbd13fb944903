package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.CallEventFields.PARAMETERS;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.voicesurvey.telephony.domain.event.Parameter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the value of a {@code call-events} record. Fields that it does not know are passed over, so
 * that a newer writer may add some; a higher schema version is not read at all.
 */
public final class CallEventDecoder {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(namesAsLongAsStrings())
                    .build();

    private CallEventDecoder() {}

    /** What the value holds; never throws, whatever the bytes. A null value is unreadable. */
    public static DecodedValue decode(byte @Nullable [] value) {
        if (value == null) {
            return new DecodedValue.Unreadable("the record has no value");
        }
        try (JsonParser json = JSON.createParser(value)) {
            return read(json).toDecodedValue();
        } catch (IOException | IllegalArgumentException e) {
            return new DecodedValue.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The provider's parameters in a value, as received.
     *
     * @return empty where there are none or the value cannot be read
     */
    public static List<Parameter> parameters(byte[] value) {
        List<Parameter> parameters = new ArrayList<>();
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(PARAMETERS);
                json.nextToken();
                if (wanted) {
                    readParameters(json, parameters);
                } else {
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.copyOf(parameters);
    }

    /** A provider's parameter becomes a field's name, however long that is. */
    private static StreamReadConstraints namesAsLongAsStrings() {
        return StreamReadConstraints.builder()
                .maxNameLength(StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
                .build();
    }

    private static CallEventReading read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the value is not a JSON object");
        }
        CallEventReading reading = new CallEventReading();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                reading.take(name, json);
            }
        }
        if (json.nextToken() != null) {
            throw new IllegalArgumentException("the value goes on after its object");
        }
        return reading;
    }

    private static void readParameters(JsonParser json, List<Parameter> into) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    addIfText(name, json, into);
                }
            } else {
                addIfText(name, json, into);
            }
        }
    }

    private static void addIfText(String name, JsonParser json, List<Parameter> into)
            throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            into.add(new Parameter(name, json.getText()));
        } else {
            json.skipChildren();
        }
    }
}
