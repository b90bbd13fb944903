package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** From a request's traceparent to that of its record, on a real broker. */
class TracedRequestIT {
    private static final Kafka KAFKA = Infra.kafka();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String TRACEPARENT = "00-" + TRACE + "-" + SPAN + "-01";

    @TempDir Path folder;

    @BeforeAll
    static void createTopics() {
        try {
            CallEventsOnKafka.createTopics(KAFKA);
        } catch (TopicExistsException e) {
            // another test of this run has created them
        }
    }

    @Test
    void it_is_handed_on_though_nobody_traces_and_what_is_none_is_not() throws Exception {
        try (IngestApi api = start(OpenTelemetry.noop())) {
            post(api, "it-passed-on", TRACEPARENT);
            post(api, "it-without", null);
            post(api, "it-odd", "00-" + TRACE + "-0000000000000000-01");
            post(api, "it-long", "0".repeat(2_000));
        }
        assertThat(traceparent("it-passed-on")).isEqualTo(TRACEPARENT);
        assertThat(traceparent("it-without")).isNull();
        assertThat(traceparent("it-odd")).isNull();
        assertThat(traceparent("it-long")).isNull();
    }

    @Test
    void traced_the_record_is_in_the_span_of_its_request() throws Exception {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        try (OpenTelemetrySdk telemetry =
                OpenTelemetrySdk.builder()
                        .setTracerProvider(
                                SdkTracerProvider.builder()
                                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                        .build())
                        .build()) {
            try (IngestApi api = start(telemetry)) {
                post(api, "it-child", TRACEPARENT);
                post(api, "it-root", null);
            }
            List<SpanData> finished = spans.getFinishedSpanItems();
            assertThat(finished).hasSize(2).allMatch(span -> span.getKind() == SpanKind.SERVER);
            SpanData child = finished.getFirst();
            assertThat(child.getTraceId()).isEqualTo(TRACE);
            assertThat(child.getParentSpanId()).isEqualTo(SPAN);
            assertThat(child.getAttributes().asMap().values()).containsExactly("processed");
            assertThat(traceparent("it-child"))
                    .isEqualTo("00-" + TRACE + "-" + child.getSpanId() + "-01");
            SpanData root = finished.getLast();
            assertThat(root.getParentSpanContext().isValid()).isFalse();
            assertThat(traceparent("it-root"))
                    .startsWith("00-" + root.getTraceId() + "-" + root.getSpanId() + "-");
        }
    }

    private IngestApi start(OpenTelemetry telemetry) {
        IngestConfig config =
                TestService.config(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        KAFKA.bootstrapServers(),
                        "SPOOL_DIR",
                        folder.toString());
        IngestMetrics metrics = new IngestMetrics();
        return IngestApi.start(
                config,
                EventPublisher.start(config.kafka(), config.spool(), metrics, Clock.systemUTC()),
                metrics,
                telemetry);
    }

    private static void post(IngestApi api, String callId, @Nullable String traceparent)
            throws Exception {
        HttpRequest.Builder request = Callback.of("in-progress").ofCall(callId).request(api.port());
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"processed\"");
        }
    }

    private static @Nullable String traceparent(String callId) {
        Header header =
                CallEventsOnKafka.only(KAFKA, Topics.CALL_EVENTS, callId)
                        .headers()
                        .lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
