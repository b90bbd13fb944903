package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class CallEventDecoderTest {
    private static final CallEvent RINGING = Report.of(EventType.RINGING).sequence(1).event();
    private static final String VALUE =
            text(CallEventEncoder.encode(RINGING, List.of(new Parameter("CallSid", "CA1"))));

    @Test
    void a_field_that_it_does_not_know_is_passed_over() {
        for (String later : List.of("1", "\"x\"", "null", "true", "[1,[2]]", "{\"call_id\":{}}")) {
            assertThat(decode(VALUE.replace("\"call_id\"", "\"later\":" + later + ",\"call_id\"")))
                    .isEqualTo(new DecodedValue.Event(RINGING));
        }
    }

    @Test
    void a_newer_version_is_not_read_and_says_so() {
        assertUnreadable(
                VALUE.replace("\"schema_version\":1", "\"schema_version\":2"),
                "schema_version 2 is newer than this reader, which knows 1");
    }

    @Test
    void a_newer_version_is_told_before_its_other_fields_look_strange() {
        assertUnreadable(
                "{\"schema_version\":3,\"received_at\":1770896921,\"call_id\":{}}",
                "schema_version 3 is newer than this reader, which knows 1");
    }

    @Test
    void a_version_that_never_was_is_not_read() {
        assertUnreadable(
                VALUE.replace("\"schema_version\":1", "\"schema_version\":0"),
                "schema_version 0 never was one");
        assertUnreadable(
                VALUE.replace("\"schema_version\":1", "\"schema_version\":1.0"),
                "schema_version is no whole number of 32 bits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema_version",
                "event_type",
                "call_id",
                "campaign_id",
                "contact_id",
                "provider",
                "provider_call_id",
                "provider_status",
                "received_at"
            })
    void a_missing_field_is_named(String field) {
        assertUnreadable(VALUE.replace("\"" + field + "\"", "\"x\""), field + " is missing");
        assertUnreadable(
                VALUE.replace("\"" + field + "\":", "\"" + field + "\":null,\"x\":"),
                field + " is missing");
    }

    @Test
    void an_optional_field_that_is_null_is_absent() {
        assertThat(decode(VALUE.replace("\"sequence_number\":1", "\"sequence_number\":null")))
                .isEqualTo(new DecodedValue.Event(Report.of(EventType.RINGING).event()));
    }

    @Test
    void a_field_of_another_kind_is_named() {
        assertUnreadable(VALUE.replace("\"test-call-123\"", "123"), "call_id is no string");
        assertUnreadable(VALUE.replace("\"test-call-123\"", "{}"), "call_id is no string");
        assertUnreadable(
                VALUE.replace("\"sequence_number\":1", "\"sequence_number\":\"1\""),
                "sequence_number is no whole number of 32 bits");
        assertUnreadable(
                VALUE.replace("\"sequence_number\":1", "\"sequence_number\":9e99"),
                "sequence_number is no whole number of 32 bits");
    }

    @Test
    void a_child_leg_whose_parent_cannot_be_read_is_not_taken_for_the_call() {
        for (String parent : List.of("{}", "[\"CA1\"]", "1", "false")) {
            assertUnreadable(
                    VALUE.replace(
                            "\"provider_status\"",
                            "\"parent_provider_call_id\":" + parent + ",\"provider_status\""),
                    "parent_provider_call_id is no string");
        }
    }

    @Test
    void a_value_out_of_range_is_named() {
        assertUnreadable(
                VALUE.replace("test-call-123", "x".repeat(256)),
                "call_id is longer than 255 characters");
        assertUnreadable(
                VALUE.replace("\"sequence_number\":1", "\"sequence_number\":-1"),
                "sequence_number is negative: -1");
        assertUnreadable(
                VALUE.replace(Report.CAMPAIGN.toString(), "nobody"),
                "campaign_id is no UUID: nobody");
        assertUnreadable(
                VALUE.replace("2026-02-12T", "yesterday "),
                "received_at is no time: yesterday 11:49:00.123456Z");
        assertUnreadable(
                VALUE.replace("call.ringing", "call.parked"),
                "event_type is not known: call.parked");
        assertUnreadable(
                VALUE.replace("call.ringing", "call.busy")
                        .replace("\"received_at\"", "\"duration_seconds\":-1,\"received_at\""),
                "duration is negative: PT-1S");
    }

    @Test
    void a_new_word_for_who_answered_is_unknown() {
        assertThat(
                        decode(
                                VALUE.replace(
                                        "\"received_at\"",
                                        "\"answered_by\":\"parrot\",\"received_at\"")))
                .isEqualTo(
                        new DecodedValue.Event(
                                Report.of(EventType.RINGING)
                                        .sequence(1)
                                        .answeredBy(AnsweredBy.UNKNOWN)
                                        .event()));
    }

    @Test
    void of_a_field_that_comes_twice_the_last_one_counts() {
        String twice = VALUE.replace("\"campaign_id\"", "\"call_id\":\"second\",\"campaign_id\"");

        assertThat(decode(twice))
                .isEqualTo(
                        new DecodedValue.Event(
                                Report.of(EventType.RINGING)
                                        .sequence(1)
                                        .call(new CallId("second"))
                                        .event()));
    }

    @Test
    void what_follows_the_object_makes_it_unreadable() {
        assertThat(decode(VALUE + " \n")).isEqualTo(new DecodedValue.Event(RINGING));
        assertUnreadable(VALUE + VALUE, "the value goes on after its object");
        assertThat(decode(VALUE + "x")).isInstanceOf(DecodedValue.Unreadable.class);
    }

    @Test
    void no_value_and_no_object_are_unreadable() {
        assertThat(CallEventDecoder.decode(null))
                .isEqualTo(new DecodedValue.Unreadable("the record has no value"));
        for (String none : List.of("", " ", "null", "1", "\"x\"", "[]", "true")) {
            assertUnreadable(none, "the value is not a JSON object");
        }
    }

    @Test
    void an_events_parameters_come_back_with_repeated_names() {
        List<Parameter> parameters =
                List.of(
                        new Parameter("Digits", "1"),
                        new Parameter("Digits", ""),
                        new Parameter("Digits", "1"),
                        new Parameter("", "nameless"));

        assertThat(CallEventDecoder.parameters(CallEventEncoder.encode(RINGING, parameters)))
                .isEqualTo(parameters);
    }

    @Test
    void parameters_that_are_no_strings_are_passed_over() {
        String odd =
                "{\"parameters\":{\"a\":1,\"b\":null,\"c\":{\"d\":\"e\"},\"f\":[\"g\",2,[\"h\"],\"i\"],\"j\":\"k\"}}";

        assertThat(CallEventDecoder.parameters(odd.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        new Parameter("f", "g"), new Parameter("f", "i"), new Parameter("j", "k"));
    }

    @Test
    void the_parents_id_is_read() {
        CallEvent child =
                Report.of(EventType.BUSY).childOf(new ProviderCallId("CA-parent")).event();

        assertThat(CallEventDecoder.decode(CallEventEncoder.encode(child, List.of())))
                .isEqualTo(new DecodedValue.Event(child));
    }

    private static void assertUnreadable(String value, String detail) {
        assertThat(decode(value)).isEqualTo(new DecodedValue.Unreadable(detail));
    }

    private static DecodedValue decode(String value) {
        return CallEventDecoder.decode(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
