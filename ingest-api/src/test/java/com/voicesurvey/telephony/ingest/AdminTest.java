package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.ingest.publish.Keeping;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class AdminTest {
    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void it_is_live_and_with_Kafka_ready() throws Exception {
        assertThat(service.admin("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
        HttpResponse<String> ready = service.admin("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void with_a_spool_in_place_of_Kafka_it_is_ready_and_says_that_it_is_degraded()
            throws Exception {
        service.admin("/health/ready");
        service.publisher.keeping(new Keeping.Degraded("no answer from \"x\""));
        HttpResponse<String> ready = service.admin("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"degraded\",\"reason\":\"no answer from \\\"x\\\"\"}");
    }

    @Test
    void while_it_starts_it_waits_for_Kafka_with_its_readiness() throws Exception {
        service.publisher.keeping(new Keeping.Degraded("not connected yet"));
        HttpResponse<String> ready = service.admin("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("starting: not connected yet");
    }

    @Test
    void without_Kafka_and_spool_it_is_live_and_not_ready_and_says_why() throws Exception {
        service.publisher.keeping(new Keeping.Impossible("no disk"));
        assertThat(service.admin("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = service.admin("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).isEqualTo("{\"status\":\"down\",\"reason\":\"no disk\"}");
    }

    @Test
    void the_metrics_count_requests_by_outcome_and_name_nobody() throws Exception {
        service.post(Callback.of("busy"));
        service.post(Callback.of("busy"));
        service.post(Callback.of("teleported"));
        service.post(Callback.of("busy").withToken("another"));
        service.post(Callback.of("busy").without("CallSid"));
        assertThat(service.metrics())
                .contains(
                        "ingest_webhook_seconds_count{outcome=\"processed\"} 1",
                        "ingest_webhook_seconds_count{outcome=\"duplicate\"} 1",
                        "ingest_webhook_seconds_count{outcome=\"quarantined\"} 1",
                        "ingest_webhook_seconds_count{outcome=\"forged\"} 1",
                        "ingest_webhook_seconds_count{outcome=\"malformed\"} 1",
                        "ingest_webhook_seconds_count{outcome=\"too_large\"} 0",
                        "ingest_webhook_seconds_bucket{outcome=\"processed\",le=\"",
                        "ingest_signature_failures_total{handling=\"rejected\"} 1.0",
                        "ingest_in_flight 0.0",
                        "jvm_memory_used_bytes",
                        "process_uptime_seconds")
                .doesNotContain("test-call-123", "CA0cc1", "+1555");
    }

    @Test
    void the_OpenAPI_document_describes_every_status_of_the_contract() throws Exception {
        JsonNode document = new ObjectMapper().readTree(service.admin("/openapi.json").body());
        assertThat(document.path("openapi").asText()).startsWith("3.1.");
        JsonNode path = document.path("paths").path(Callback.PATH);
        assertThat(path.path("post").path("responses").fieldNames())
                .toIterable()
                .contains("200", "400", "403", "405", "408", "413", "415", "431", "503");
        assertThat(path.path("get").path("responses").fieldNames())
                .toIterable()
                .contains("200", "400", "403", "405", "431", "503");
        JsonNode telnyx = document.path("paths").path("/webhooks/telephony/telnyx/events");
        assertThat(telnyx.fieldNames()).toIterable().containsExactly("post");
        assertThat(telnyx.path("post").path("responses").fieldNames())
                .toIterable()
                .contains("200", "400", "403", "405", "408", "413", "415", "431", "503");
        assertThat(schemes(document, path.path("post"))).containsExactly("X-Twilio-Signature");
        assertThat(schemes(document, telnyx.path("post")))
                .containsExactly("telnyx-signature-ed25519", "telnyx-timestamp");
        for (JsonNode parameter : path.path("parameters")) {
            assertThat(parameter.path("$ref").asText()).isNotBlank();
        }
        document.findValuesAsText("$ref").forEach(ref -> assertResolves(document, ref));
    }

    @Test
    void neither_port_serves_what_is_the_other_ones() throws Exception {
        assertThat(service.admin(Callback.PATH).statusCode()).isEqualTo(404);
        HttpResponse<String> metrics =
                service.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + service.api.port()
                                                        + "/metrics"))
                                .build());
        assertThat(metrics.statusCode()).isEqualTo(404);
    }

    @Test
    void the_OpenAPI_document_names_every_event_of_an_answer() throws Exception {
        JsonNode document = new ObjectMapper().readTree(service.admin("/openapi.json").body());
        List<String> named =
                document.at("/components/schemas/Kept/properties/event_type/enum")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList();
        assertThat(named)
                .containsAll(Arrays.stream(EventType.values()).map(EventType::wireName).toList())
                .contains(CloudEventNames.UNKNOWN_STATUS_TYPE)
                .hasSize(EventType.values().length + 1);
    }

    /** The headers that the operation is signed with. */
    private static List<String> schemes(JsonNode document, JsonNode operation) {
        List<String> headers = new ArrayList<>();
        operation
                .path("security")
                .path(0)
                .fieldNames()
                .forEachRemaining(
                        name ->
                                headers.add(
                                        document.path("components")
                                                .path("securitySchemes")
                                                .path(name)
                                                .path("name")
                                                .asText()));
        return headers;
    }

    private static void assertResolves(JsonNode document, String ref) {
        assertThat(ref).startsWith("#/");
        assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
    }
}
