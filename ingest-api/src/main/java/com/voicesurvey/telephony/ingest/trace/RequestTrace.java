package com.voicesurvey.telephony.ingest.trace;

import com.voicesurvey.telephony.ingest.metrics.Outcome;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** One request's trace, from when the request came until it is answered. */
public final class RequestTrace {
    /** Of a request that is not traced. */
    static final RequestTrace NONE = new RequestTrace(null, null);

    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("telephony.outcome");

    private final @Nullable Context context;
    private final @Nullable Span span;

    /**
     * @param context what is to be current while the request is worked on; null for nothing
     * @param span what ends with the request; null where none is recorded
     */
    RequestTrace(@Nullable Context context, @Nullable Span span) {
        this.context = context;
        this.span = span;
    }

    /** Does the work with the trace current on this thread. */
    public <T> T within(Supplier<T> work) {
        if (context == null) {
            return work.get();
        }
        try (Scope _ = context.makeCurrent()) {
            return work.get();
        }
    }

    /** The request is answered; on any thread. */
    public void end(Outcome outcome) {
        if (span == null) {
            return;
        }
        span.setAttribute(OUTCOME, outcome.label());
        if (outcome == Outcome.NOT_KEPT
                || outcome == Outcome.OVERLOADED
                || outcome == Outcome.FAULT) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
