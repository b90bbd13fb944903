package com.voicesurvey.telephony.ingest.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent}, of requests as of records (W3C: Trace Context). {@code
 * tracestate} is not handed on: it is as long as a sender likes.
 */
public final class TraceParent {
    public static final String NAME = "traceparent";

    private static final TextMapGetter<String> VALUE =
            (value, name) -> name.equals(NAME) ? value : null;

    private TraceParent() {}

    /** The value that hands on what is current on this thread; null where no trace is. */
    public static @Nullable String ofCurrent() {
        SpanContext current = Span.current().getSpanContext();
        return current.isValid()
                ? "00-"
                        + current.getTraceId()
                        + "-"
                        + current.getSpanId()
                        + "-"
                        + current.getTraceFlags().asHex()
                : null;
    }

    /** The context with the remote span of that value; the same where the value is not valid. */
    public static Context extract(Context context, String value) {
        return W3CTraceContextPropagator.getInstance().extract(context, value, VALUE);
    }
}
