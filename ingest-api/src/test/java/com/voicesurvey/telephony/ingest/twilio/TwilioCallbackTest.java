package com.voicesurvey.telephony.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class TwilioCallbackTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:48:42.5Z");
    private static final List<Parameter> QUERY =
            List.of(
                    new Parameter("call_id", "test-call-123"),
                    new Parameter("campaign_id", "7b0e9a52-43a2-4d0c-8d52-0c8e1a5a6f01"),
                    new Parameter("contact_id", "3F6C1D7E-9A44-4C39-9D7E-5B8F2E1C4A02"));

    @Test
    void captured_payloads_are_read() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/twilio-payloads.json")) {
            for (JsonNode payload : new ObjectMapper().readTree(in)) {
                List<Parameter> form = new ArrayList<>();
                payload.path("params")
                        .properties()
                        .forEach(e -> form.add(new Parameter(e.getKey(), e.getValue().asText())));
                ParsedCallback parsed = TwilioCallback.parse(Requests.parameters(QUERY, form), NOW);
                assertThat(parsed)
                        .as(payload.path("id").asText())
                        .isInstanceOf(ParsedCallback.Event.class);
                assertThat(header(parsed).providerTime()).isNotNull();
                assertThat(((ParsedCallback.Event) parsed).parameters())
                        .hasSize(QUERY.size() + form.size());
            }
        }
    }

    @Test
    void an_end_carries_duration_error_and_who_picked_up() {
        ParsedCallback parsed =
                parse(
                        "failed",
                        "CallDuration",
                        "13",
                        "Duration",
                        "1",
                        "SequenceNumber",
                        "3",
                        "AnsweredBy",
                        "machine_end_beep",
                        "ErrorCode",
                        "13224",
                        "ErrorMessage",
                        "Invalid\0number",
                        "Timestamp",
                        "Thu, 12 Feb 2026 11:48:41 +0000");
        CallEvent.Failed failed = (CallEvent.Failed) ((ParsedCallback.Event) parsed).event();
        assertThat(failed.duration()).isEqualTo(Duration.ofSeconds(13));
        assertThat(failed.error()).isEqualTo(new ProviderError("13224", "Invalid\uFFFDnumber"));
        assertThat(failed.header().sequenceNumber()).isEqualTo(3);
        assertThat(failed.header().answeredBy()).isEqualTo(AnsweredBy.MACHINE_END_BEEP);
        assertThat(failed.header().providerTime()).isEqualTo("2026-02-12T11:48:41Z");
        assertThat(failed.header().receivedAt()).isEqualTo(NOW);
        assertThat(failed.header().contactId()).hasToString("3f6c1d7e-9a44-4c39-9d7e-5b8f2e1c4a02");
    }

    @Test
    void a_child_leg_is_marked_by_its_parent() {
        assertThat(header(parse("ringing", "ParentCallSid", "CA2")).parentCallId())
                .hasToString("CA2");
        assertThat(header(parse("ringing", "ParentCallSid", "")).parentCallId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "Thu, 31 Feb 2026 11:48:41 +0000", "", "1770896921"})
    void an_unreadable_timestamp_counts_as_absent_and_costs_no_event(String timestamp) {
        EventHeader header = header(parse("ringing", "Timestamp", timestamp));
        assertThat(header.providerTime()).isNull();
        assertThat(header.occurredAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "-1", "99999999999", "", "1.5", "٣"})
    void an_unreadable_sequence_number_counts_as_absent_and_costs_no_event(String number) {
        assertThat(header(parse("ringing", "SequenceNumber", number)).sequenceNumber()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999", "+3", "0x1"})
    void a_duration_that_is_no_number_is_malformed(String duration) {
        assertThat(parse("completed", "CallDuration", duration))
                .isEqualTo(
                        new ParsedCallback.Malformed("CallDuration is no whole number of seconds"));
    }

    @Test
    void an_empty_duration_is_none() {
        assertThat(parse("completed", "CallDuration", "")).isInstanceOf(ParsedCallback.Event.class);
    }

    @Test
    void without_a_status_it_is_no_status_callback() {
        List<Parameter> form = List.of(new Parameter("CallSid", "CA1"));
        assertThat(TwilioCallback.parse(Requests.parameters(QUERY, form), NOW))
                .isInstanceOf(ParsedCallback.NotAStatusCallback.class);
    }

    @Test
    void what_an_asynchronous_detection_found_is_an_event_of_its_own() {
        List<Parameter> form =
                List.of(
                        new Parameter("CallSid", "CA1"),
                        new Parameter("AnsweredBy", "machine_end_beep"),
                        new Parameter("MachineDetectionDuration", "4500"));
        ParsedCallback parsed = TwilioCallback.parse(Requests.parameters(QUERY, form), NOW);
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        ParsedCallback.Event.class,
                        detected ->
                                assertThat(detected.event().type())
                                        .isEqualTo(EventType.MACHINE_DETECTED));
        assertThat(header(parsed).answeredBy()).isEqualTo(AnsweredBy.MACHINE_END_BEEP);
        assertThat(header(parsed).providerStatus()).isEqualTo("machine_end_beep");
    }

    @Test
    void a_detection_without_its_call_is_malformed() {
        List<Parameter> form = List.of(new Parameter("AnsweredBy", "human"));
        assertThat(TwilioCallback.parse(Requests.parameters(QUERY, form), NOW))
                .isEqualTo(new ParsedCallback.Malformed("CallSid is missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "Completed", " completed", "in_progress"})
    void a_status_that_is_not_Twilios_is_unknown(String status) {
        assertThat(parse(status)).isInstanceOf(ParsedCallback.UnknownStatus.class);
    }

    @ParameterizedTest
    @CsvSource({
        "call_id, '', call_id is missing",
        "campaign_id, 1-1-1-1-1, campaign_id is no UUID",
        "contact_id, 3f6c1d7e9a444c399d7e5b8f2e1c4a02, contact_id is no UUID",
        "CallSid, ' ', CallSid is missing"
    })
    void a_wrong_id_is_malformed(String name, String value, String detail) {
        List<Parameter> query = new ArrayList<>(QUERY);
        query.add(new Parameter("CallSid", "CA1"));
        query.replaceAll(p -> p.name().equals(name) ? new Parameter(name, value) : p);
        ParsedCallback parsed =
                TwilioCallback.parse(
                        Requests.parameters(query, List.of(new Parameter("CallStatus", "busy"))),
                        NOW);
        assertThat(parsed).isEqualTo(new ParsedCallback.Malformed(detail));
    }

    @Test
    void over_long_ids_and_control_characters_are_malformed() {
        assertThat(parse("x".repeat(256))).isInstanceOf(ParsedCallback.Malformed.class);
        assertThat(parse("busy", "ParentCallSid", "a\nb"))
                .isEqualTo(
                        new ParsedCallback.Malformed("ParentCallSid contains control characters"));
    }

    @Test
    void an_odd_error_code_is_made_storable_rather_than_refused() {
        CallEvent.Busy busy =
                (CallEvent.Busy)
                        ((ParsedCallback.Event) parse("busy", "ErrorCode", "📞".repeat(101) + "\0"))
                                .event();
        assertThat(busy.error()).isEqualTo(new ProviderError("📞".repeat(100), null));
    }

    private static EventHeader header(ParsedCallback parsed) {
        return ((ParsedCallback.Event) parsed).event().header();
    }

    private static ParsedCallback parse(String status, String... namesAndValues) {
        List<Parameter> form = new ArrayList<>();
        form.add(new Parameter("CallSid", "CA1"));
        form.add(new Parameter("CallStatus", status));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return TwilioCallback.parse(Requests.parameters(QUERY, form), NOW);
    }
}
