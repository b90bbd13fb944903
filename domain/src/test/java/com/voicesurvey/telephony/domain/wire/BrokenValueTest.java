package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.voicesurvey.telephony.domain.event.Report;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Whatever the bytes, reading them gives an answer and never throws. */
class BrokenValueTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void any_bytes(@ForAll @Size(max = 200) byte[] bytes) {
        assertAnswers(bytes);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void a_value_with_a_few_bytes_changed(
            @ForAll("reports") Report report, @ForAll @Size(min = 1, max = 4) List<Integer> where) {
        byte[] value = CallEventEncoder.encode(report.event(), List.of());
        for (int at : where) {
            value[Math.floorMod(at, value.length)] ^= (byte) (1 + Math.floorMod(at >> 8, 255));
        }

        assertAnswers(value);
    }

    @Test
    void a_value_cut_short_anywhere_is_unreadable() throws IOException {
        for (String file : List.of("failed", "repeated-parameters")) {
            byte[] value = GoldenRecord.read("call-event-v1-" + file + ".json");
            int end = new String(value, StandardCharsets.UTF_8).stripTrailing().length();
            for (int length = 0; length < end; length++) {
                byte[] cut = Arrays.copyOf(value, length);

                assertThat(CallEventDecoder.decode(cut))
                        .isInstanceOf(DecodedValue.Unreadable.class);
                assertThat(CallEventDecoder.parameters(cut)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "0",
                "-1",
                "1.5",
                "1e999",
                "99999999999999999999",
                "\"\"",
                "\" \"",
                "\"x\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "[1]",
                "{}",
                "{\"a\":[{}]}"
            })
    void any_field_of_any_other_kind(String json) throws IOException {
        JsonNode odd = JSON.readTree(json);
        for (GoldenRecord record : GoldenRecords.all()) {
            ObjectNode value = (ObjectNode) JSON.readTree(record.value());
            for (var field : value.properties()) {
                ObjectNode changed = value.deepCopy();
                changed.set(field.getKey(), odd);

                assertAnswers(JSON.writeValueAsBytes(changed));
            }
        }
    }

    @Test
    void deep_nesting_anywhere() {
        for (String open : List.of("[", "{\"a\":")) {
            String deep = open.repeat(200_000);
            assertUnreadable(deep);
            assertUnreadable("{\"later\":" + deep);
            assertUnreadable("{\"call_id\":" + deep);
            assertUnreadable("{\"parameters\":" + deep);
            assertUnreadable("{\"parameters\":{\"a\":" + deep);
        }
    }

    @Test
    void huge_numbers_anywhere() {
        for (String huge : List.of("9".repeat(100_000), "1e" + "9".repeat(900), "-0.1e-99999999")) {
            assertUnreadable("{\"schema_version\":" + huge + "}");
            assertUnreadable("{\"schema_version\":1,\"sequence_number\":" + huge + "}");
            assertUnreadable("{\"schema_version\":1,\"duration_seconds\":" + huge + "}");
            assertUnreadable("{\"schema_version\":1,\"later\":" + huge + "}");
        }
    }

    @Test
    void the_detail_is_one_short_line_whatever_it_quotes() {
        String value =
                "{\"schema_version\":1,\"event_type\":\"call.ringing\",\"received_at\":\""
                        + "x\\n\\u001b\\u2028\\ud800".repeat(100_000)
                        + "\"}";

        assertThat(CallEventDecoder.decode(value.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DecodedValue.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.detail())
                                        .startsWith("received_at is no time: x    x")
                                        .hasSize(DecodedValue.Unreadable.DETAIL_LENGTH));
    }

    @Provide
    Arbitrary<Report> reports() {
        return AnyReport.arbitrary();
    }

    private static void assertUnreadable(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        assertThat(CallEventDecoder.decode(bytes)).isInstanceOf(DecodedValue.Unreadable.class);
        assertAnswers(bytes);
    }

    private static void assertAnswers(byte[] value) {
        assertThat(CallEventDecoder.parameters(value)).isNotNull();
        if (CallEventDecoder.decode(value) instanceof DecodedValue.Unreadable(String detail)) {
            assertThat(detail).isNotBlank().doesNotContain("\n");
        }
    }
}
