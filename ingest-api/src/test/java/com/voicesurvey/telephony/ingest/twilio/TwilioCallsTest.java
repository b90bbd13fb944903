package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real SDK against an HTTP server of our own. */
class TwilioCallsTest {
    private static final ProviderCallId CALL = new ProviderCallId("CA1");
    private static final CallOrder ORDER =
            new CallOrder(
                    new CallId("call 1&x"),
                    new CampaignId(UUID.fromString("7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01")),
                    new ContactId(UUID.fromString("3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02")),
                    "+15550100002",
                    "+15550100001",
                    Language.EN,
                    URI.create("https://calls.example.com/answer"),
                    null);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 201;
    private volatile String answer = "{\"sid\":\"CA1\",\"status\":\"queued\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_call_is_placed_with_a_callback_that_is_sorted_safe_and_repeated_on_failure() {
        assertThat(calls().place(ORDER)).isEqualTo(new PlacedCall.Accepted(CALL));
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst())
                .startsWith("POST /2010-04-01/Accounts/AC1/Calls.json ")
                .contains("To=+15550100002", "From=+15550100001", "StatusCallbackMethod=POST")
                .contains(
                        "StatusCallback=https://calls.example.com/hook"
                                + "?call_id=call%201%26x"
                                + "&campaign_id=7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01"
                                + "&contact_id=3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02"
                                + "#rc=5&rp=ct,rt,5xx&ct=2000&rt=4000")
                .contains(
                        "StatusCallbackEvent=initiated",
                        "StatusCallbackEvent=ringing",
                        "StatusCallbackEvent=answered",
                        "StatusCallbackEvent=completed");
    }

    @Test
    void a_refusal_names_Twilios_error_and_whether_to_try_again() {
        answer(400, "{\"code\":21211,\"message\":\"Invalid 'To'\",\"status\":400}");
        assertThat(calls().place(ORDER))
                .isEqualTo(
                        new PlacedCall.Refused(new ProviderError("21211", "Invalid 'To'"), false));
        answer(429, "{\"code\":20429,\"message\":\"Too many\",\"status\":429}");
        assertThat(calls().place(ORDER))
                .isEqualTo(new PlacedCall.Refused(new ProviderError("20429", "Too many"), true));
    }

    @Test
    void after_a_5xx_the_call_is_in_doubt_and_was_asked_for_once() {
        answer(503, "{\"code\":20503,\"message\":\"away\",\"status\":503}");
        assertThat(calls().place(ORDER)).isInstanceOf(PlacedCall.InDoubt.class);
        answer(502, "<html>bad gateway</html>");
        assertThat(calls().place(ORDER)).isInstanceOf(PlacedCall.InDoubt.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void without_an_answer_or_a_sid_the_call_is_in_doubt() {
        answer(201, "{}");
        assertThat(calls().place(ORDER)).isInstanceOf(PlacedCall.InDoubt.class);
        server.stop(0);
        assertThat(calls().place(ORDER)).isInstanceOf(PlacedCall.InDoubt.class);
        assertThat(calls().fetch(CALL)).isInstanceOf(FetchedCall.Unreachable.class);
    }

    @Test
    void calls_between_two_numbers_are_found_from_a_time_on() {
        answer(
                200,
                "{\"calls\":["
                        + "{\"sid\":\"CA3\",\"date_created\":\"Thu, 12 Feb 2026 11:48:27 +0000\"},"
                        + "{\"sid\":\"CA2\",\"date_created\":\"Thu, 12 Feb 2026 11:48:26 +0000\"},"
                        + "{\"sid\":\"CA1\",\"date_created\":\"Thu, 12 Feb 2026 11:48:25 +0000\"}]}");
        assertThat(calls().find(ORDER, Instant.parse("2026-02-12T11:48:26.400Z")))
                .isEqualTo(
                        new FoundCalls.Found(
                                List.of(new ProviderCallId("CA2"), new ProviderCallId("CA3"))));
        assertThat(requests.getFirst())
                .startsWith("GET /2010-04-01/Accounts/AC1/Calls.json?")
                .contains("To=%2B15550100002", "From=%2B15550100001");
        answer(503, "{\"code\":20503,\"message\":\"away\",\"status\":503}");
        assertThat(calls().find(ORDER, Instant.EPOCH)).isInstanceOf(FoundCalls.Unanswered.class);
        server.stop(0);
        assertThat(calls().find(ORDER, Instant.EPOCH)).isInstanceOf(FoundCalls.Unanswered.class);
    }

    @Test
    void a_call_is_fetched_as_Twilio_knows_it() {
        answer(
                200,
                "{\"sid\":\"CA1\",\"status\":\"completed\",\"duration\":\"13\","
                        + "\"start_time\":\"Thu, 12 Feb 2026 11:48:25 +0000\","
                        + "\"end_time\":\"Thu, 12 Feb 2026 11:48:38 +0000\"}");
        assertThat(calls().fetch(CALL))
                .isEqualTo(
                        new FetchedCall.Known(
                                CALL,
                                "completed",
                                EventType.COMPLETED,
                                Instant.parse("2026-02-12T11:48:25Z"),
                                Instant.parse("2026-02-12T11:48:38Z"),
                                Duration.ofSeconds(13)));
        assertThat(requests.getFirst()).startsWith("GET /2010-04-01/Accounts/AC1/Calls/CA1.json ");
    }

    @Test
    void a_call_that_Twilio_does_not_have_is_unknown_and_a_wrong_token_is_refused() {
        answer(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        assertThat(calls().fetch(CALL)).isEqualTo(new FetchedCall.Unknown(CALL));
        answer(401, "{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}");
        assertThat(calls().fetch(CALL))
                .isEqualTo(
                        new FetchedCall.Refused(new ProviderError("20003", "Authenticate"), true));
        answer(500, "{\"code\":20500,\"message\":\"oops\",\"status\":500}");
        assertThat(calls().fetch(CALL)).isInstanceOf(FetchedCall.Unreachable.class);
    }

    @Test
    void each_account_places_with_its_own_token_and_a_call_is_looked_up_with_all() {
        TwilioProvider provider = provider("AC1", "AC2");
        assertThat(provider.placeCall(ORDER)).isEqualTo(new PlacedCall.Accepted(CALL));
        assertThat(provider.placeCall(orderOf("AC2"))).isEqualTo(new PlacedCall.Accepted(CALL));
        assertThat(provider.placeCall(orderOf("AC3"))).isInstanceOf(PlacedCall.Refused.class);
        assertThat(provider.findCalls(orderOf("AC3"), Instant.EPOCH))
                .isInstanceOf(FoundCalls.Unanswered.class);
        answer(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        assertThat(provider.fetchCall(CALL)).isEqualTo(new FetchedCall.Unknown(CALL));
        assertThat(requests)
                .extracting(request -> request.split("/", 5)[3])
                .containsExactly("AC1", "AC2", "AC1", "AC2");
        assertThat(authorizations)
                .containsExactly(basic("AC1"), basic("AC2"), basic("AC1"), basic("AC2"));
    }

    private static String basic(String account) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (account + ":token-" + account).getBytes(StandardCharsets.UTF_8));
    }

    private static CallOrder orderOf(String account) {
        return new CallOrder(
                ORDER.callId(),
                ORDER.campaignId(),
                ORDER.contactId(),
                ORDER.to(),
                ORDER.from(),
                ORDER.language(),
                ORDER.answerUrl(),
                account);
    }

    private TwilioProvider provider(String... accounts) {
        SequencedMap<String, String> tokens = new LinkedHashMap<>();
        for (String account : accounts) {
            tokens.put(account, "token-" + account);
        }
        return TwilioProvider.of(
                tokens,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "https://calls.example.com");
    }

    @Test
    void a_service_without_an_account_refuses_to_call() {
        TwilioProvider provider = TwilioProvider.forCallbacks();
        assertThat(provider.placeCall(ORDER)).isInstanceOf(PlacedCall.Refused.class);
        assertThat(provider.fetchCall(CALL)).isInstanceOf(FetchedCall.Refused.class);
    }

    private void answer(int nextStatus, String nextAnswer) {
        status = nextStatus;
        answer = nextAnswer;
    }

    private TwilioCalls calls() {
        int port = server.getAddress().getPort();
        SingleTryClient client =
                new SingleTryClient(URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(5));
        return new TwilioCalls(
                "AC1",
                "token",
                new CallbackUrls(URI.create("https://calls.example.com/hook")),
                client);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            StringBuilder form = new StringBuilder();
            for (String pair : body.split("&", -1)) {
                form.append(' ').append(URLDecoder.decode(pair, StandardCharsets.UTF_8));
            }
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + form);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
