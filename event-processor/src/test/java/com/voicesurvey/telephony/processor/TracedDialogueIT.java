package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A dialogue start names the trace of the request that caused it. */
class TracedDialogueIT extends PipelineTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";

    @Test
    void the_header_goes_along_though_nobody_traces_and_one_that_is_none_does_not() {
        TestCall traced = pipeline.seeds.call("traced");
        TestCall early = TestCall.of("early");
        TestCall plain = pipeline.seeds.call("plain");
        TestCall odd = pipeline.seeds.call("odd");
        pipeline.startProcessor(OpenTelemetry.noop());

        produce(traced, TRACEPARENT);
        produce(early, TRACEPARENT);
        pipeline.produce(plain.answered());
        produce(odd, "x".repeat(100_000));
        pipeline.awaitAllApplied();
        pipeline.seeds.contact(early);
        pipeline.seeds.attempt(early, 1);

        assertThat(traceparent(traced)).isEqualTo(TRACEPARENT);
        assertThat(traceparent(early)).as("of an event that was parked").isEqualTo(TRACEPARENT);
        assertThat(traceparent(plain)).isEmpty();
        assertThat(traceparent(odd)).isEmpty();
    }

    @Test
    void a_transaction_is_a_span_linked_to_the_requests() {
        TestCall traced = pipeline.seeds.call("traced");
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (OpenTelemetrySdk telemetry =
                OpenTelemetrySdk.builder()
                        .setTracerProvider(
                                SdkTracerProvider.builder()
                                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                        .build())
                        .build()) {
            pipeline.startProcessor(telemetry);
            produce(traced, TRACEPARENT);
            pipeline.awaitAllApplied();

            assertThat(traceparent(traced)).isEqualTo(TRACEPARENT);
            assertThat(spans.getFinishedSpanItems())
                    .filteredOn(span -> span.getName().equals("apply batch"))
                    .flatExtracting(span -> span.getLinks())
                    .extracting(LinkData::getSpanContext)
                    .singleElement()
                    .satisfies(
                            link -> {
                                assertThat(link.getTraceId()).isEqualTo(TRACE);
                                assertThat(link.getSpanId()).isEqualTo(SPAN);
                            });
        }
    }

    private void produce(TestCall call, String traceparent) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Topics.CALL_EVENTS,
                        call.id().value().getBytes(StandardCharsets.UTF_8),
                        Pipeline.value(call.answered()));
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        pipeline.produce(record);
    }

    /** What its dialogue start says, once it is there. */
    private String traceparent(TestCall call) {
        byte[] key = call.id().value().getBytes(StandardCharsets.UTF_8);
        await().atMost(Pipeline.PATIENCE)
                .until(
                        () ->
                                pipeline.records(Topics.DIALOGUE_STARTS).stream()
                                        .anyMatch(r -> Arrays.equals(r.key(), key)));
        return pipeline.records(Topics.DIALOGUE_STARTS).stream()
                .filter(r -> Arrays.equals(r.key(), key))
                .map(r -> Pipeline.header(r, "traceparent"))
                .findFirst()
                .orElseThrow();
    }
}
