package com.voicesurvey.telephony.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.ingest.TestService;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/** The same for every provider, over real HTTP: verified, mapped, kept, and each refusal. */
abstract class ProviderContractTest {
    private static final String CALL = "contract-call";

    private final Sender sender;
    private final TestService service;
    private final int port;

    ProviderContractTest(Sender sender) {
        this.sender = sender;
        this.service =
                new TestService(
                        sender.environment().entrySet().stream()
                                .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                                .toArray(String[]::new));
        this.port = service.api.port();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_report_is_kept_as_its_event(Report report) throws Exception {
        assertAnswer(sender.genuine(port, CALL, report), 200, "processed", report.eventType());
        var kept = service.publisher.events().getFirst();
        assertThat(kept.event().type().wireName()).isEqualTo(report.eventType());
        assertThat(kept.event().header().provider()).isEqualTo(sender.provider());
        assertThat(kept.event().header().callId().value()).isEqualTo(CALL);
        assertThat(kept.event().header().providerTime()).isNotNull();
        assertThat(kept.parameters()).isNotEmpty();
    }

    @Test
    void a_repetition_is_a_duplicate_and_not_kept_again() throws Exception {
        send(sender.genuine(port, CALL, Report.ANSWERED));
        assertAnswer(
                sender.genuine(port, CALL, Report.ANSWERED), 200, "duplicate", "call.answered");
        assertThat(service.publisher.events()).hasSize(1);
    }

    @Test
    void a_status_that_is_not_known_is_quarantined() throws Exception {
        assertAnswer(sender.unknown(port, CALL), 200, "quarantined", "call.unknown");
        assertThat(service.publisher.quarantined()).hasSize(1);
    }

    @Test
    void without_a_signature_it_is_refused() throws Exception {
        assertRefused(sender.unsigned(port, CALL, Report.BUSY), 403);
    }

    @Test
    void with_another_s_signature_it_is_refused() throws Exception {
        assertRefused(sender.forged(port, CALL, Report.BUSY), 403);
    }

    @Test
    void changed_after_it_was_signed_it_is_refused() throws Exception {
        assertRefused(sender.tampered(port, CALL, Report.BUSY), 403);
    }

    @Test
    void without_the_provider_s_id_of_the_call_it_is_malformed() throws Exception {
        assertRefused(sender.withoutLeg(port, CALL), 400);
    }

    @Test
    void with_a_campaign_that_is_no_UUID_it_is_malformed() throws Exception {
        assertThat(assertRefused(sender.withWrongCampaign(port, CALL), 400).body())
                .contains("campaign_id is no UUID");
    }

    @Test
    void what_cannot_be_kept_is_answered_503() throws Exception {
        service.publisher.answer(new PublishResult.Unavailable("away"));
        assertThat(send(sender.genuine(port, CALL, Report.ANSWERED)).statusCode()).isEqualTo(503);
    }

    private void assertAnswer(HttpRequest.Builder request, int code, String status, String event)
            throws Exception {
        HttpResponse<String> answer = send(request);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"status\":\"%s\",\"call_id\":\"%s\",\"event_type\":\"%s\"}"
                                .formatted(status, CALL, event));
        assertThat(answer.statusCode()).isEqualTo(code);
    }

    private HttpResponse<String> assertRefused(HttpRequest.Builder request, int code)
            throws Exception {
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(service.publisher.events()).isEmpty();
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return service.send(request.build());
    }
}
