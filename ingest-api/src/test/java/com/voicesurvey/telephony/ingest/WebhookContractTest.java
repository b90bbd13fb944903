package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.ingest.publish.PublishResult;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** Every row of the HTTP contract, over real HTTP. */
class WebhookContractTest {
    private final TestService service = new TestService();

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_verified_callback_is_kept_and_processed() throws Exception {
        HttpResponse<String> answer = service.post(Callback.of("in-progress"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"processed\",\"call_id\":\"test-call-123\","
                                + "\"event_type\":\"call.answered\"}");
        assertThat(service.publisher.events()).hasSize(1);
        assertThat(service.publisher.events().getFirst().event().type())
                .isEqualTo(EventType.ANSWERED);
    }

    @Test
    void a_callback_by_GET_is_processed_too() throws Exception {
        HttpResponse<String> answer =
                service.send(Callback.of("ringing").getRequest(service.api.port()));
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"processed\",\"call_id\":\"test-call-123\","
                                + "\"event_type\":\"call.ringing\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "queued, call.initiated",
        "initiated, call.initiated",
        "ringing, call.ringing",
        "in-progress, call.answered",
        "completed, call.completed",
        "no-answer, call.no_answer",
        "busy, call.busy",
        "failed, call.failed",
        "canceled, call.canceled"
    })
    void every_status_of_Twilio_has_its_event(String status, String event) throws Exception {
        assertThat(json(service.post(Callback.of(status))).path("event_type").asText())
                .isEqualTo(event);
    }

    @Test
    void the_same_event_again_is_a_duplicate_and_not_published_again() throws Exception {
        service.post(Callback.of("busy"));
        HttpResponse<String> again = service.post(Callback.of("busy"));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body())
                .isEqualTo(
                        "{\"status\":\"duplicate\",\"call_id\":\"test-call-123\","
                                + "\"event_type\":\"call.busy\"}");
        assertThat(service.publisher.events()).hasSize(1);
    }

    @Test
    void an_unknown_status_is_quarantined_and_not_lost() throws Exception {
        HttpResponse<String> answer = service.post(Callback.of("teleported"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"quarantined\",\"call_id\":\"test-call-123\","
                                + "\"event_type\":\"call.unknown\"}");
        assertThat(service.publisher.events()).isEmpty();
        assertThat(service.publisher.quarantined()).hasSize(1);
        assertThat(service.publisher.quarantined().getFirst().header().providerStatus())
                .isEqualTo("teleported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid", "CallStatus"})
    void a_missing_form_field_is_a_400_that_names_it(String field) throws Exception {
        problem(service.post(Callback.of("ringing").without(field)), 400, field + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_id", "campaign_id", "contact_id"})
    void a_missing_id_is_a_400_that_names_it(String id) throws Exception {
        String query = Callback.IDS.replace(id + "=", "x_" + id + "=");
        problem(service.post(Callback.of("ringing").withQuery(query)), 400, id + " is missing");
    }

    @Test
    void ids_that_are_no_UUIDs_and_a_duration_that_is_no_number_are_all_named_at_once()
            throws Exception {
        String query = "call_id=c&campaign_id=1-1-1-1-1&contact_id=nobody";
        JsonNode problem =
                problem(
                        service.post(
                                Callback.of("completed")
                                        .withQuery(query)
                                        .with("CallDuration", "-3")),
                        400,
                        "campaign_id is no UUID");
        assertThat(problem.path("detail").asText())
                .contains("contact_id is no UUID", "CallDuration is no whole number");
        assertThat(service.publisher.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CallSid=%zz", "CallSid=%f", "CallSid=%", "CallSid=%ff%fe"})
    void a_form_that_cannot_be_read_is_a_400(String body) throws Exception {
        problem(
                service.send(
                        Callback.of("ringing")
                                .request(service.api.port())
                                .POST(BodyPublishers.ofString(body))
                                .build()),
                400,
                "The form holds");
    }

    @Test
    void a_query_that_cannot_be_read_is_a_400() throws Exception {
        String answer =
                RawHttp.exchange(
                        service.api.port(),
                        "POST "
                                + Callback.PATH
                                + "?call_id=%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("The query holds a %");
    }

    @Test
    void too_many_parameters_are_a_400() throws Exception {
        problem(
                service.send(
                        Callback.of("ringing")
                                .request(service.api.port())
                                .POST(BodyPublishers.ofString("a=1&".repeat(501)))
                                .build()),
                400,
                "more than 500 parameters");
    }

    @Test
    void a_missing_signature_is_a_403() throws Exception {
        problem(
                service.send(
                        HttpRequest.newBuilder(Callback.of("x").target(service.api.port()))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(Callback.of("ringing").body()))
                                .build()),
                403,
                "X-Twilio-Signature is missing");
    }

    @Test
    void a_signature_by_another_token_is_a_403_that_says_where_to_look() throws Exception {
        JsonNode problem =
                problem(
                        service.post(Callback.of("ringing").withToken("another")),
                        403,
                        "PUBLIC_BASE_URL");
        assertThat(problem.path("detail").asText())
                .contains(Callback.BASE + Callback.PATH)
                .doesNotContain(Callback.TOKEN);
        assertThat(service.publisher.events()).isEmpty();
    }

    @Test
    void the_signature_is_checked_before_what_the_callback_says() throws Exception {
        problem(
                service.post(Callback.of("ringing").without("CallSid").withToken("another")),
                403,
                "Twilio");
    }

    @Test
    void in_development_a_wrong_signature_is_let_through() throws Exception {
        try (TestService development = new TestService("APP_ENV", "development")) {
            HttpResponse<String> answer =
                    development.post(Callback.of("ringing").withToken("another"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(development.metrics())
                    .contains("ingest_signature_failures_total{handling=\"let_through\"} 1.0");
        }
    }

    @Test
    void a_body_over_the_limit_is_a_413_stated_or_chunked() throws Exception {
        byte[] large = "a=".concat("x".repeat(70_000)).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = Callback.of("ringing").request(service.api.port());
        problem(
                service.send(request.POST(BodyPublishers.ofByteArray(large)).build()),
                413,
                "65536 bytes");
        problem(
                service.send(
                        request.POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large)))
                                .build()),
                413,
                "HTTP_MAX_BODY_BYTES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded; charset=ISO-8859-1",
                "application/x-www-form-urlencodedx"
            })
    void another_media_type_is_a_415(String type) throws Exception {
        problem(
                service.send(
                        Callback.of("ringing")
                                .request(service.api.port())
                                .setHeader("Content-Type", type)
                                .build()),
                415,
                "application/x-www-form-urlencoded");
    }

    @Test
    void a_compressed_body_is_a_415() throws Exception {
        problem(
                service.send(
                        Callback.of("ringing")
                                .request(service.api.port())
                                .header("Content-Encoding", "gzip")
                                .build()),
                415,
                "Content-Encoding");
    }

    @Test
    void a_JSON_body_is_verified_by_its_hash_and_then_has_no_status() throws Exception {
        String body = "{\"CallStatus\":\"ringing\"}";
        String hash = "0b8bcd7a8a6aa4ee2f2cc30a1ba7e8d29c8a6d6b7a9a7f4a4b7d5b7f4c7c5b7a";
        Callback json = Callback.of("ringing").withQuery(Callback.IDS + "&bodySHA256=" + hash);
        HttpRequest.Builder forged =
                HttpRequest.newBuilder(json.target(service.api.port()))
                        .header("Content-Type", "application/json")
                        .header(
                                TwilioSigner.HEADER,
                                new Callback(json.path(), json.query(), List.of(), Callback.TOKEN)
                                        .signature())
                        .POST(BodyPublishers.ofString(body));
        problem(service.send(forged.build()), 403, "bodySHA256");
        Callback signed =
                new Callback(
                        json.path(),
                        Callback.IDS + "&bodySHA256=" + sha256(body),
                        List.of(),
                        Callback.TOKEN);
        HttpRequest.Builder genuine =
                HttpRequest.newBuilder(signed.target(service.api.port()))
                        .header("Content-Type", "application/json")
                        .header(TwilioSigner.HEADER, signed.signature())
                        .POST(BodyPublishers.ofString(body));
        problem(service.send(genuine.build()), 400, "CallStatus is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "BREW"})
    void another_method_is_a_405_that_names_the_allowed_ones(String method) throws Exception {
        HttpResponse<String> answer =
                service.send(
                        Callback.of("ringing")
                                .request(service.api.port())
                                .method(method, BodyPublishers.noBody())
                                .build());
        problem(answer, 405, "POST");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void HEAD_reports_nothing_and_OPTIONS_names_the_methods() throws Exception {
        HttpRequest.Builder request = Callback.of("ringing").request(service.api.port());
        HttpResponse<String> head =
                service.send(request.method("HEAD", BodyPublishers.noBody()).build());
        assertThat(head.statusCode()).isEqualTo(405);
        HttpResponse<String> options =
                service.send(request.method("OPTIONS", BodyPublishers.noBody()).build());
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).hasValue("GET, POST");
        assertThat(service.publisher.events()).isEmpty();
    }

    @Test
    void another_path_is_a_404_that_names_the_right_one() throws Exception {
        problem(
                service.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + service.api.port() + "/"))
                                .build()),
                404,
                Callback.PATH);
    }

    @Test
    void what_cannot_be_kept_is_a_503_and_processed_on_its_next_try() throws Exception {
        service.publisher.answer(new PublishResult.Unavailable("no broker"));
        HttpResponse<String> answer = service.post(Callback.of("busy"));
        problem(answer, 503, "send it again");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        problem(service.post(Callback.of("teleported")), 503, "send it again");
        service.publisher.answer(new PublishResult.Durable());
        assertThat(json(service.post(Callback.of("busy"))).path("status").asText())
                .isEqualTo("processed");
    }

    @Test
    void query_parameters_win_over_form_fields_of_the_same_name() throws Exception {
        HttpResponse<String> answer =
                service.post(Callback.of("ringing").with("call_id", "from-the-form"));
        assertThat(json(answer).path("call_id").asText()).isEqualTo("test-call-123");
    }

    @Test
    void ids_may_come_by_the_form_alone() throws Exception {
        HttpResponse<String> answer =
                service.post(
                        Callback.of("ringing")
                                .withQuery("x=1")
                                .with("call_id", "from-the-form")
                                .with("campaign_id", "7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01")
                                .with("contact_id", "3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02"));
        assertThat(json(answer).path("call_id").asText()).isEqualTo("from-the-form");
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String detail)
            throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).contains(detail);
        return problem;
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
