package com.voicesurvey.telephony.ingest.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;

import org.jspecify.annotations.Nullable;

/**
 * Begins the traces of requests. Without OpenTelemetry, which is the default, it makes nothing; a
 * {@code traceparent} that a request brings is handed on all the same.
 */
public final class RequestTracing {
    private final boolean recording;
    private final Tracer tracer;

    private RequestTracing(boolean recording, Tracer tracer) {
        this.recording = recording;
        this.tracer = tracer;
    }

    public static RequestTracing of(OpenTelemetry telemetry) {
        return new RequestTracing(
                !telemetry.getTracerProvider().equals(TracerProvider.noop()),
                telemetry.getTracer("com.voicesurvey.telephony.ingest"));
    }

    /**
     * Begins a request's trace: goes on with the one that is current on this thread, as an agent
     * may have it, else with the one that the request names, else with a new one.
     *
     * @param traceparent as the request has it; one that is not valid counts as none
     */
    public RequestTrace begin(@Nullable String traceparent) {
        return recording || traceparent != null ? traced(traceparent) : RequestTrace.NONE;
    }

    private RequestTrace traced(@Nullable String traceparent) {
        Context context = Context.current();
        boolean inner = Span.fromContext(context).getSpanContext().isValid();
        if (!inner && traceparent != null) {
            context = TraceParent.extract(context, traceparent);
        }
        if (!recording) {
            return new RequestTrace(context, null);
        }
        Span span =
                tracer.spanBuilder("webhook")
                        .setParent(context)
                        .setSpanKind(inner ? SpanKind.INTERNAL : SpanKind.SERVER)
                        .startSpan();
        return new RequestTrace(context.with(span), span);
    }
}
