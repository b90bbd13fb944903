package com.voicesurvey.telephony.processor.trace;

import com.voicesurvey.telephony.processor.apply.BatchOutcome;
import com.voicesurvey.telephony.processor.apply.ParallelApplication;
import com.voicesurvey.telephony.processor.apply.TopicBatch;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.TraceParent;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Scope;

import java.util.stream.Stream;

/**
 * Makes a span of each transaction over a batch, linked to the spans of the requests that brought
 * its events.
 */
public final class BatchTracing {
    /** What an SDK keeps of a span's links if it is not told otherwise. */
    private static final int MOST_LINKS = 128;

    private BatchTracing() {}

    /** The same transaction, traced; itself where OpenTelemetry is not switched on. */
    public static ParallelApplication.Transaction around(
            ParallelApplication.Transaction transaction, OpenTelemetry telemetry) {
        if (telemetry.getTracerProvider().equals(TracerProvider.noop())) {
            return transaction;
        }
        Tracer tracer = telemetry.getTracer("com.voicesurvey.telephony.processor");
        return batch -> traced(transaction, batch, tracer);
    }

    private static BatchOutcome traced(
            ParallelApplication.Transaction transaction, TopicBatch batch, Tracer tracer) {
        Span span = span(batch, tracer);
        try (Scope _ = span.makeCurrent()) {
            return transaction.apply(batch);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private static Span span(TopicBatch batch, Tracer tracer) {
        SpanBuilder builder =
                tracer.spanBuilder("apply batch")
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.batch.message_count", batch.size());
        batch.slices().values().stream()
                .flatMap(slice -> slice.items().stream())
                .map(item -> TraceParent.among(item.source().headers()))
                .flatMap(Stream::ofNullable)
                .limit(MOST_LINKS)
                .forEach(header -> link(builder, header));
        return builder.startSpan();
    }

    private static void link(SpanBuilder builder, MessageHeader header) {
        builder.addLink(Span.fromContext(TraceParent.context(header)).getSpanContext());
    }
}
