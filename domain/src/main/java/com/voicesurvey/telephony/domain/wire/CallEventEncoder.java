package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.CallEventFields.*;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.Parameter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the value of a {@code call-events} record: one JSON object, schema version 1. */
public final class CallEventEncoder {
    private static final JsonFactory JSON = new JsonFactory();

    private CallEventEncoder() {}

    /** The value of an event, with the provider's parameters as received. */
    public static byte[] encode(CallEvent event, List<Parameter> parameters) {
        return encode(event.header(), event.type().wireName(), event, parameters);
    }

    /** The value of a report whose status is not known, to be kept among the dead letters. */
    public static byte[] encodeUnknownStatus(EventHeader header, List<Parameter> parameters) {
        return encode(header, CloudEventNames.UNKNOWN_STATUS_TYPE, null, parameters);
    }

    private static byte[] encode(
            EventHeader header,
            String type,
            @Nullable CallEvent event,
            List<Parameter> parameters) {
        ByteArrayBuilder bytes = new ByteArrayBuilder(JSON._getBufferRecycler());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField(SCHEMA_VERSION, 1);
            json.writeStringField(EVENT_TYPE, type);
            writeHeader(json, header);
            if (event instanceof CallEvent.Terminal terminal) {
                writeEnd(json, terminal);
            }
            writeParameters(json, parameters);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.getClearAndRelease();
    }

    private static void writeHeader(JsonGenerator json, EventHeader header) throws IOException {
        json.writeStringField(CALL_ID, header.callId().value());
        json.writeStringField(CAMPAIGN_ID, header.campaignId().toString());
        json.writeStringField(CONTACT_ID, header.contactId().toString());
        json.writeStringField(PROVIDER, header.provider());
        json.writeStringField(PROVIDER_CALL_ID, header.providerCallId().value());
        writeIfPresent(json, PARENT_CALL_ID, header.parentCallId());
        json.writeStringField(PROVIDER_STATUS, header.providerStatus());
        writeIfPresent(json, PROVIDER_TIME, header.providerTime());
        if (header.sequenceNumber() != null) {
            json.writeNumberField(SEQUENCE_NUMBER, header.sequenceNumber());
        }
        if (header.answeredBy() != null) {
            json.writeStringField(ANSWERED_BY, header.answeredBy().wireName());
        }
        json.writeStringField(RECEIVED_AT, header.receivedAt().toString());
    }

    private static void writeEnd(JsonGenerator json, CallEvent.Terminal event) throws IOException {
        if (event.duration() != null) {
            json.writeNumberField(DURATION_SECONDS, event.duration().toSeconds());
        }
        if (event.error() != null) {
            json.writeStringField(ERROR_CODE, event.error().code());
            String message = event.error().message();
            writeIfPresent(json, ERROR_MESSAGE, message == null ? null : wellFormed(message));
        }
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable Object value)
            throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    /** An object of name and value, with an array for a name that repeats. */
    private static void writeParameters(JsonGenerator json, List<Parameter> parameters)
            throws IOException {
        Map<String, List<String>> byName = LinkedHashMap.newLinkedHashMap(parameters.size());
        for (Parameter parameter : parameters) {
            byName.merge(
                    wellFormed(parameter.name()),
                    List.of(wellFormed(parameter.value())),
                    CallEventEncoder::both);
        }
        json.writeObjectFieldStart(PARAMETERS);
        for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
            json.writeFieldName(entry.getKey());
            if (entry.getValue().size() == 1) {
                json.writeString(entry.getValue().getFirst());
            } else {
                json.writeArray(
                        entry.getValue().toArray(String[]::new), 0, entry.getValue().size());
            }
        }
        json.writeEndObject();
    }

    private static List<String> both(List<String> values, List<String> more) {
        return Stream.of(values, more).flatMap(List::stream).toList();
    }

    /** With U+FFFD for half a surrogate pair, at which readers give up the whole value. */
    private static String wellFormed(String text) {
        return hasSurrogate(text) ? mended(text) : text;
    }

    private static boolean hasSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String mended(String text) {
        return text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
