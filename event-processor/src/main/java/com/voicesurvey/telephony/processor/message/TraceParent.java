package com.voicesurvey.telephony.processor.message;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The record header {@code traceparent} (W3C: Trace Context). */
public final class TraceParent {
    public static final String NAME = "traceparent";

    /** {@code 00-<trace, 32 digits>-<span, 16 digits>-<flags, 2 digits>}. */
    private static final int LENGTH = 55;

    private static final TextMapGetter<MessageHeader> VALUE =
            (header, name) -> {
                byte[] value = header == null ? null : header.value();
                return value == null || !name.equals(NAME)
                        ? null
                        : new String(value, StandardCharsets.US_ASCII);
            };

    private TraceParent() {}

    /** The header among those; null where there is none, or one that cannot be valid. */
    public static @Nullable MessageHeader among(List<MessageHeader> headers) {
        for (MessageHeader header : headers) {
            byte[] value = header.value();
            if (header.name().equals(NAME) && value != null && value.length == LENGTH) {
                return header;
            }
        }
        return null;
    }

    /** The current context with the remote span of that header, or as it is where that is none. */
    public static Context context(MessageHeader header) {
        return W3CTraceContextPropagator.getInstance().extract(Context.current(), header, VALUE);
    }
}
