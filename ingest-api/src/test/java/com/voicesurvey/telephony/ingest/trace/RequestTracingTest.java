package com.voicesurvey.telephony.ingest.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import io.opentelemetry.api.OpenTelemetry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

class RequestTracingTest {
    private static final int REQUESTS = 50_000;

    @Test
    void nothing_is_made_for_a_request_while_nobody_traces() {
        RequestTracing tracing = RequestTracing.of(OpenTelemetry.noop());
        begin(tracing, 1_000);

        long before = allocatedBytes();
        begin(tracing, REQUESTS);

        assertThat(allocatedBytes() - before).isLessThan(REQUESTS);
    }

    private static void begin(RequestTracing tracing, int requests) {
        for (int i = 0; i < requests; i++) {
            assertNone(tracing.begin(null), TraceParent.ofCurrent());
        }
    }

    private static void assertNone(RequestTrace trace, @Nullable String traceparent) {
        if (trace != RequestTrace.NONE || traceparent != null) {
            throw new AssertionError("there is a trace");
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
