package com.voicesurvey.telephony.ingest.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

class TelnyxCallbackTest {
    private static final Instant RECEIVED = Instant.parse("2026-02-12T11:48:42Z");

    @ParameterizedTest
    @CsvSource({
        "normal_clearing, call.completed",
        "time_limit, call.completed",
        "timeout, call.no_answer",
        "no_answer, call.no_answer",
        "user_busy, call.busy",
        "call_rejected, call.busy",
        "originator_cancel, call.canceled",
        "not_found, call.failed",
        "unspecified, call.failed"
    })
    void every_hang_up_cause_has_its_event(String cause, String type) {
        ParsedCallback.Event parsed = event(TelnyxRequest.of("c", "call.hangup").withCause(cause));
        assertThat(parsed.event().type().wireName()).isEqualTo(type);
        assertThat(parsed.event().header().providerStatus()).isEqualTo(cause);
    }

    @Test
    void a_failed_call_has_the_SIP_code_as_its_error() {
        CallEvent event =
                event(TelnyxRequest.of("c", "call.hangup").withCause("not_found")).event();
        assertThat(event)
                .isInstanceOfSatisfying(
                        CallEvent.Failed.class,
                        failed ->
                                assertThat(failed.error())
                                        .isEqualTo(new ProviderError("sip_404", "not_found")));
    }

    @Test
    void all_values_are_kept_by_their_place() {
        assertThat(event(TelnyxRequest.of("c", "call.answered")).parameters())
                .contains(
                        new Parameter("data.event_type", "call.answered"),
                        new Parameter("data.payload.to", "+15550100002"),
                        new Parameter("data.payload.tags", "x"),
                        new Parameter("data.payload.tags", "y"),
                        new Parameter("data.payload.custom_headers.name", "a"),
                        new Parameter("meta.attempt", "1"))
                .noneMatch(parameter -> parameter.name().equals("data.payload.state"));
    }

    @Test
    void the_ids_are_those_that_the_call_was_placed_with() {
        CallId call = new CallId("call \"7\" ü");
        CampaignId campaign = new CampaignId(UUID.randomUUID());
        ContactId contact = new ContactId(UUID.randomUUID());
        JsonFields state =
                Objects.requireNonNull(ClientState.read(ClientState.of(call, campaign, contact)));
        assertThat(state.first("call_id")).isEqualTo(call.value());
        assertThat(state.first("campaign_id")).isEqualTo(campaign.toString());
        assertThat(state.first("contact_id")).isEqualTo(contact.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}x",
                "nul",
                "{\"data\":[[[[[[[[[[[[[[[[[[[[[[[[1]]]",
                "\"a\""
            })
    void what_is_no_JSON_object_is_malformed(String body) {
        assertThat(parse(TelnyxRequest.of("c", "call.answered").replacing(bodyOf("c"), body)))
                .isInstanceOf(ParsedCallback.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "e30=", "bm90IGpzb24="})
    void a_client_state_that_is_not_ours_is_malformed(String state) {
        String other =
                bodyOf("c")
                        .replaceFirst(
                                "\"client_state\":\"[^\"]*\"",
                                "\"client_state\":\"" + state + "\"");
        assertThat(parse(TelnyxRequest.of("c", "call.answered").replacing(bodyOf("c"), other)))
                .isInstanceOfSatisfying(
                        ParsedCallback.Malformed.class,
                        malformed ->
                                assertThat(malformed.detail())
                                        .contains("client_state: call_id is missing"));
    }

    @Test
    void without_a_time_that_can_be_read_the_event_is_kept() {
        TelnyxRequest request =
                TelnyxRequest.of("c", "call.answered").replacing("2026-02-12T", "yesterday ");
        assertThat(event(request).event().header().providerTime()).isNull();
    }

    private static String bodyOf(String callId) {
        return TelnyxRequest.of(callId, "call.answered").body();
    }

    private static ParsedCallback.Event event(TelnyxRequest request) {
        return (ParsedCallback.Event) parse(request);
    }

    private static ParsedCallback parse(TelnyxRequest request) {
        return TelnyxCallback.parse(request.raw(), RECEIVED);
    }
}
