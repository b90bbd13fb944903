package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxRequest;
import com.voicesurvey.telephony.ingest.telnyx.TelnyxSigner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;

/** What Telnyx's route has of its own; what it has in common is in the contract's tests. */
class TelnyxRouteTest {
    private static final String PATH = "/webhooks/telephony/telnyx/events";

    private final TelnyxSigner signer = TelnyxSigner.create();
    private final TelnyxSigner next = TelnyxSigner.create();
    private final TestService service =
            new TestService("TELNYX_PUBLIC_KEY", next.publicKey() + "," + signer.publicKey());
    private final TelnyxRequest answered = TelnyxRequest.of("call-7", "call.answered");

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void without_a_public_key_there_is_no_such_route() throws Exception {
        try (TestService without = new TestService()) {
            HttpResponse<String> answer =
                    without.send(answered.signed(signer).to(without.api.port()).build());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains(PATH);
        }
    }

    @Test
    void the_ids_are_those_of_the_client_state_and_not_of_the_URL() throws Exception {
        HttpRequest.Builder request = answered.signed(signer).to(service.api.port());
        HttpRequest elsewhere =
                request.uri(URI.create(request.build().uri() + "?" + Callback.IDS)).build();
        assertThat(service.send(elsewhere).body())
                .isEqualTo(
                        "{\"status\":\"processed\",\"call_id\":\"call-7\","
                                + "\"event_type\":\"call.answered\"}");
        CallEvent event = service.publisher.events().getFirst().event();
        assertThat(event.header().campaignId()).hasToString("7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01");
        assertThat(event.header().contactId()).hasToString("3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02");
        assertThat(event.header().providerTime())
                .isEqualTo(Instant.parse("2026-02-12T11:48:41.521992Z"));
    }

    @Test
    void both_keys_of_a_rotation_are_taken() throws Exception {
        assertStatus(answered.signed(signer), 200);
        assertStatus(TelnyxRequest.of("call-8", "call.answered").signed(next), 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 310})
    void a_request_outside_the_window_is_a_403_that_says_where_to_look(long seconds)
            throws Exception {
        HttpResponse<String> answer =
                send(answered.signed(signer, Instant.now().plusSeconds(seconds)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("more than 300 s off", "TELNYX_PUBLIC_KEY", "clock")
                .doesNotContain("Twilio", "TWILIO");
        assertThat(service.publisher.events()).isEmpty();
    }

    @Test
    void a_narrower_window_is_kept_to() throws Exception {
        try (TestService narrow =
                new TestService(
                        "TELNYX_PUBLIC_KEY", signer.publicKey(), "TELNYX_REPLAY_WINDOW", "30s")) {
            TelnyxRequest late = answered.signed(signer, Instant.now().minusSeconds(40));
            assertThat(narrow.send(late.to(narrow.api.port()).build()).statusCode()).isEqualTo(403);
            assertThat(send(late).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void in_development_a_stale_request_is_let_through() throws Exception {
        try (TestService development =
                new TestService(
                        "APP_ENV", "development", "TELNYX_PUBLIC_KEY", signer.publicKey())) {
            TelnyxRequest stale = answered.signed(signer, Instant.now().minusSeconds(3600));
            assertThat(development.send(stale.to(development.api.port()).build()).statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "{\"data\":{}}", "{\"data\":{\"event_type\":null}}"})
    void signed_and_unreadable_it_is_a_400_that_says_what_is_expected(String body)
            throws Exception {
        TelnyxRequest request = answered.replacing(answered.body(), body).signed(signer);
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("client_state").doesNotContain("Twilio", "CallSid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json; charset=ISO-8859-1", "text/json"})
    void another_media_type_is_a_415_that_names_the_right_one(String type) throws Exception {
        HttpResponse<String> answer =
                service.send(
                        answered.signed(signer)
                                .to(service.api.port())
                                .setHeader("Content-Type", type)
                                .build());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void another_method_is_a_405_that_allows_POST_alone(String method) throws Exception {
        HttpResponse<String> answer =
                service.send(
                        answered.signed(signer)
                                .to(service.api.port())
                                .method(method, BodyPublishers.noBody())
                                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void OPTIONS_names_POST_alone() throws Exception {
        HttpResponse<String> answer =
                service.send(
                        answered.to(service.api.port())
                                .method("OPTIONS", BodyPublishers.noBody())
                                .build());
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_hang_up_for_a_cause_that_is_not_known_is_quarantined() throws Exception {
        TelnyxRequest request =
                TelnyxRequest.of("call-7", "call.hangup").withCause("abducted").signed(signer);
        assertThat(send(request).body()).contains("\"quarantined\"");
        assertThat(service.publisher.quarantined().getFirst().header().providerStatus())
                .isEqualTo("abducted");
    }

    @Test
    void a_machine_that_was_detected_is_its_own_event() throws Exception {
        TelnyxRequest request =
                TelnyxRequest.of("call-7", "call.machine.detection.ended")
                        .replacing("\"state\":null", "\"result\":\"machine\"")
                        .signed(signer);
        assertThat(send(request).body()).contains("\"call.machine_detected\"");
        assertThat(service.publisher.events().getFirst().event().header().answeredBy())
                .isEqualTo(AnsweredBy.MACHINE_START);
    }

    private HttpResponse<String> send(TelnyxRequest request) throws Exception {
        return service.send(request.to(service.api.port()).build());
    }

    private void assertStatus(TelnyxRequest request, int status) throws Exception {
        assertThat(send(request).statusCode()).isEqualTo(status);
    }
}
