package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

class OverdueCallCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_schema_is_valid_itself() {
        assertThat(PublishedSchema.OVERDUE_CALL.violationsOfDialect()).isEmpty();
    }

    @Test
    void its_id_is_the_dataschema_of_the_records() {
        assertThat(PublishedSchema.OVERDUE_CALL.json().get("$id").textValue())
                .isEqualTo(CloudEventNames.OVERDUE_CALL_SCHEMA.toString());
    }

    @Test
    void every_field_that_is_ever_written_is_described() throws IOException {
        JsonNode described = PublishedSchema.OVERDUE_CALL.json().get("properties");

        assertThat(full().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(described::fieldNames);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_question_comes_back_as_it_was_and_is_what_the_schema_says(
            @ForAll("calls") OverdueCall call) {
        byte[] value = OverdueCallCodec.encode(call);

        assertThat(OverdueCallCodec.decode(value)).isEqualTo(call);
        assertThat(PublishedSchema.OVERDUE_CALL.violations(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "'text'", "[1, {'call_id': 'other'}]", "{'call_id': 'x'}"})
    void a_later_writers_field_is_passed_over(String json) throws IOException {
        ObjectNode value = full();
        value.set("later", JSON.readTree(json.replace('\'', '"')));

        assertThat(decoded(value)).isEqualTo(GoldenRecords.OVERDUE_CALL);
        assertThat(violations(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema_version",
                "call_id",
                "campaign_id",
                "contact_id",
                "provider_call_id",
                "request"
            })
    void what_every_question_has_is_required(String field) throws IOException {
        ObjectNode without = full();
        without.remove(field);
        ObjectNode empty = full();
        empty.putNull(field);

        for (ObjectNode value : List.of(without, empty)) {
            assertThat(decoded(value)).isNull();
            assertThat(violations(value)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema_version | 2",
                "schema_version | true",
                "call_id | ''",
                "call_id | true",
                "call_id | ['a']",
                "call_id | 'a\\nb'",
                "campaign_id | 'none'",
                "contact_id | {}",
                "provider_call_id | ''",
                "request | 0",
                "request | -1",
                "request | 1.5",
                "request | 2147483648",
                "request | 99999999999999999999",
                "request | 'many'"
            },
            quoteCharacter = '`')
    void what_is_never_written_is_not_read(String field, String json) throws IOException {
        ObjectNode value = full();
        value.set(field, JSON.readTree(json.replace('\'', '"')));

        assertThat(decoded(value)).isNull();
        assertThat(violations(value)).isNotEmpty();
    }

    @Test
    void no_value_is_no_question() {
        assertThat(OverdueCallCodec.decode(null)).isNull();
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void any_bytes_give_an_answer(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(OverdueCallCodec.decode(bytes)).isNull();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void a_value_with_a_few_bytes_changed_gives_an_answer(
            @ForAll("calls") OverdueCall call,
            @ForAll @Size(min = 1, max = 4) List<Integer> where) {
        byte[] value = OverdueCallCodec.encode(call);
        for (int at : where) {
            value[Math.floorMod(at, value.length)] ^= (byte) (1 + Math.floorMod(at >> 8, 255));
        }
        OverdueCall read = OverdueCallCodec.decode(value);
        if (read != null) {
            assertThat(OverdueCallCodec.decode(OverdueCallCodec.encode(read))).isEqualTo(read);
        }
    }

    @Test
    void a_value_cut_short_anywhere_or_with_more_behind_it_is_not_read() {
        byte[] value = OverdueCallCodec.encode(GoldenRecords.OVERDUE_CALL);
        for (int length = 0; length < value.length; length++) {
            assertThat(OverdueCallCodec.decode(Arrays.copyOf(value, length))).isNull();
        }
        String text = new String(value, UTF_8);
        assertThat(OverdueCallCodec.decode((text + text).getBytes(UTF_8))).isNull();
        assertThat(OverdueCallCodec.decode((text + "x").getBytes(UTF_8))).isNull();
    }

    @Test
    void deep_nesting_is_not_read() {
        for (String open : List.of("[", "{\"a\":")) {
            String deep = open.repeat(200_000);
            assertThat(OverdueCallCodec.decode(deep.getBytes(UTF_8))).isNull();
            assertThat(OverdueCallCodec.decode(("{\"later\":" + deep).getBytes(UTF_8))).isNull();
        }
    }

    @Property(tries = 100)
    void the_same_question_has_the_same_event_id_and_the_next_one_another(
            @ForAll("calls") OverdueCall call) {
        OverdueCall next =
                new OverdueCall(
                        call.callId(),
                        call.campaignId(),
                        call.contactId(),
                        call.providerCallId(),
                        call.request() % 100 + 1);

        assertThat(call.eventId())
                .isEqualTo("call.overdue/" + call.request() + "/" + call.callId());
        assertThat(next.eventId()).isNotEqualTo(call.eventId());
    }

    @Test
    void questions_are_counted_from_one() {
        OverdueCall call = GoldenRecords.OVERDUE_CALL;
        assertThatThrownBy(
                        () ->
                                new OverdueCall(
                                        call.callId(),
                                        call.campaignId(),
                                        call.contactId(),
                                        call.providerCallId(),
                                        0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    @Provide
    Arbitrary<OverdueCall> calls() {
        return Combinators.combine(
                        HostileTexts.bounded(255).map(CallId::new),
                        AnyReport.uuids().map(CampaignId::new),
                        AnyReport.uuids().map(ContactId::new),
                        HostileTexts.bounded(255).map(ProviderCallId::new),
                        Arbitraries.integers().between(1, 100))
                .as(OverdueCall::new);
    }

    private static ObjectNode full() throws IOException {
        return (ObjectNode) JSON.readTree(OverdueCallCodec.encode(GoldenRecords.OVERDUE_CALL));
    }

    private static @Nullable OverdueCall decoded(JsonNode value) throws IOException {
        return OverdueCallCodec.decode(JSON.writeValueAsBytes(value));
    }

    private static List<String> violations(JsonNode value) throws IOException {
        return PublishedSchema.OVERDUE_CALL.violations(JSON.writeValueAsBytes(value));
    }
}
