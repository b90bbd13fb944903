package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The operators' port over real HTTP. */
class OpsApiIT extends PipelineTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private EventProcessor processor;

    @BeforeEach
    void startProcessor() {
        processor = pipeline.startProcessor();
    }

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void a_call_is_told_with_attempt_contact_and_timeline() throws Exception {
        TestCall call = pipeline.seeds.call("campaign 7/call-1");
        pipeline.produce(call.answered(), call.ringing(), call.ringing(), call.completed());
        pipeline.awaitAllApplied();

        JsonNode report = json(get("/calls/campaign%207%2Fcall-1"));

        assertThat(report.at("/call_id").asText()).isEqualTo("campaign 7/call-1");
        assertThat(report.at("/attempt/stage").asText()).isEqualTo("ended");
        assertThat(report.at("/attempt/duration_seconds").asInt()).isEqualTo(13);
        assertThat(report.at("/contact/state").asText()).isEqualTo("in_progress");
        assertThat(report.toString()).doesNotContain("+15550100002");
        assertThat(report.at("/events").findValuesAsText("event_type"))
                .containsExactly("call.ringing", "call.answered", "call.completed");
        JsonNode ringing = report.at("/events/0");
        assertThat(ringing.at("/disposition").asText()).isEqualTo("overtaken");
        assertThat(ringing.at("/duplicates").asInt()).isEqualTo(1);
        assertThat(ringing.at("/late_ms").asLong()).isEqualTo(350);
        assertThat(ringing.at("/received_to_applied_ms").isNumber()).isTrue();
    }

    @Test
    void a_call_is_found_by_the_providers_id() throws Exception {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();

        JsonNode found = json(get("/calls?provider_call_id=" + call.leg()));

        assertThat(found.at("/calls/0/call_id").asText()).isEqualTo(call.id().value());
    }

    @Test
    void an_unknown_call_and_a_wrong_query_are_problems_with_a_hint() throws Exception {
        HttpResponse<String> unknown = get("/calls/nobody");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("content-type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(unknown).at("/detail").asText()).contains("call_id");
        assertThat(get("/calls").statusCode()).isEqualTo(400);
        assertThat(json(get("/nothing")).at("/detail").asText()).contains("/health/ready");
    }

    @Test
    void it_is_ready_once_it_polls_and_shows_its_metrics() throws Exception {
        await().atMost(Pipeline.PATIENCE).until(() -> get("/health/ready").statusCode() == 200);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.ringing(), call.ringing());
        pipeline.awaitAllApplied();

        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(get("/metrics").body())
                                        .contains(
                                                "telephony_events_applied_total{event_type=\"call.ringing\"} 1.0")
                                        .contains("telephony_ledger_duplicates_total 1.0")
                                        .contains("telephony_webhook_to_commit_seconds_count 1")
                                        .contains("telephony_batch_size_count")
                                        .contains("telephony_consumer_lag{partition=\"0\"} 0.0")
                                        .contains("telephony_parked 0.0")
                                        .contains("telephony_outbox_unsent"));
    }

    @Test
    void it_is_not_ready_while_the_topic_is_not_there() throws Exception {
        await().atMost(Pipeline.PATIENCE).until(() -> get("/health/ready").statusCode() == 200);
        pipeline.deleteTopic(Topics.CALL_EVENTS);

        await().atMost(Pipeline.PATIENCE).until(() -> get("/health/ready").statusCode() == 503);

        assertThat(json(get("/health/ready")).at("/checks/consumer").asText())
                .isEqualTo("topic call-events is not there");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + processor.opsPort() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
