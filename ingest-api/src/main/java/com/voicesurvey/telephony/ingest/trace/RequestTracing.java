package com.voicesurvey.telephony.ingest.trace;

import com.voicesurvey.telephony.ingest.metrics.Outcome;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.function.Function;

/**
 * Begins the traces of requests. Without OpenTelemetry, which is the default, it makes nothing; a
 * {@code traceparent} that a request brings is handed on all the same.
 */
public final class RequestTracing {
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("telephony.outcome");

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

    /** What is done for a request. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Whether there is anything to do for a request with such a {@code traceparent}. */
    public boolean concerns(@Nullable String traceparent) {
        return recording || traceparent != null;
    }

    /**
     * Does the work with its trace current on this thread: the one that is current already, as an
     * agent may have it, else the one that the request names, else a new one.
     *
     * @param traceparent as the request has it; one that is not valid counts as none
     * @param outcome what the result means
     */
    public <T> T within(@Nullable String traceparent, Work<T> work, Function<T, Outcome> outcome)
            throws IOException {
        Context context = Context.current();
        boolean inner = Span.fromContext(context).getSpanContext().isValid();
        if (!inner && traceparent != null) {
            context = TraceParent.extract(context, traceparent);
        }
        if (!recording) {
            try (Scope _ = context.makeCurrent()) {
                return work.run();
            }
        }
        Span span =
                tracer.spanBuilder("webhook")
                        .setParent(context)
                        .setSpanKind(inner ? SpanKind.INTERNAL : SpanKind.SERVER)
                        .startSpan();
        Outcome came = Outcome.FAULT;
        try (Scope _ = context.with(span).makeCurrent()) {
            T result = work.run();
            came = outcome.apply(result);
            return result;
        } finally {
            describe(span, came);
            span.end();
        }
    }

    private static void describe(Span span, Outcome outcome) {
        span.setAttribute(OUTCOME, outcome.label());
        if (outcome == Outcome.NOT_KEPT
                || outcome == Outcome.OVERLOADED
                || outcome == Outcome.FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
    }
}
