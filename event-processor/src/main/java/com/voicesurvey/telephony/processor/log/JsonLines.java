package com.voicesurvey.telephony.processor.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.voicesurvey.telephony.domain.fault.PhoneNumbers;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One JSON object a line for each log event: {@code time}, {@code level}, {@code logger}, {@code
 * thread}, {@code message}, then what the event and its thread name beside it, {@code call_id} say,
 * and {@code exception}. Every text is made fit as in the readable format: one line, no control or
 * formatting character, no telephone number.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern LINE_BREAK = Pattern.compile("\\R\\s*");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringWriter line = new StringWriter();
        // into characters: half a surrogate pair is an error where bytes are written
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json, event);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte @Nullable [] headerBytes() {
        return null;
    }

    @Override
    public byte @Nullable [] footerBytes() {
        return null;
    }

    private static void write(JsonGenerator json, ILoggingEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("time", event.getInstant().toString());
        json.writeStringField("level", event.getLevel().toString());
        json.writeStringField("logger", event.getLoggerName());
        json.writeStringField("thread", event.getThreadName());
        json.writeStringField("message", fit(event.getFormattedMessage()));
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            for (KeyValuePair pair : pairs) {
                json.writeStringField(fit(pair.key), fit(String.valueOf(pair.value)));
            }
        }
        for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
            json.writeStringField(fit(entry.getKey()), fit(entry.getValue()));
        }
        if (event.getThrowableProxy() != null) {
            json.writeStringField(
                    "exception", fit(ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        json.writeEndObject();
    }

    private static String fit(String text) {
        String line = LINE_BREAK.matcher(text).replaceAll(" | ");
        return PhoneNumbers.masked(UNPRINTABLE.matcher(line).replaceAll("?"));
    }
}
