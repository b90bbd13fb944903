package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.event.Report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The schema of call-events says what the code does, no less and no more. */
class CallEventSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMA = PublishedSchema.CALL_EVENT.json();

    @Test
    void the_schema_is_valid_itself() {
        assertThat(PublishedSchema.CALL_EVENT.violationsOfDialect()).isEmpty();
    }

    @Test
    void its_id_is_the_dataschema_of_the_records() {
        assertThat(SCHEMA.get("$id").textValue())
                .isEqualTo(CloudEventNames.CALL_EVENT_SCHEMA.toString());
    }

    @Test
    void every_field_that_is_ever_written_is_described() throws IOException {
        assertThat(full().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> SCHEMA.get("properties").fieldNames());
        assertThat(SCHEMA.get("properties"))
                .allSatisfy(field -> assertThat(field.get("description").textValue()).isNotBlank());
    }

    @Test
    void the_schema_version_is_written_first() throws IOException {
        assertThat(full().fieldNames().next()).isEqualTo("schema_version");
    }

    @Test
    void it_knows_every_event_type_and_the_unknown_status() {
        assertThat(texts(SCHEMA.at("/properties/event_type/enum")))
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Arrays.stream(EventType.values()).map(EventType::wireName),
                                        Stream.of(CloudEventNames.UNKNOWN_STATUS_TYPE))
                                .toList());
    }

    @Test
    void it_knows_everybody_who_may_have_answered() {
        assertThat(texts(SCHEMA.at("/$defs/answered_by/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(AnsweredBy.values()).map(AnsweredBy::wireName).toList());
    }

    @Test
    void a_later_writers_field_is_valid() throws IOException {
        assertThat(violations(full().put("later", 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema_version | 2",
                "event_type | 'call.parked'",
                "call_id | ''",
                "call_id | 1",
                "call_id | 'a\\nb'",
                "campaign_id | '1-2-3-4-5'",
                "contact_id | null",
                "provider_call_id | ''",
                "provider_time | '12 Feb 2026'",
                "provider_time | '2026-02-12T11:48:41+01:00'",
                "received_at | 1770896921",
                "sequence_number | -1",
                "sequence_number | 2147483648",
                "sequence_number | 1.5",
                "answered_by | 'dog'",
                "duration_seconds | -1",
                "duration_seconds | '13'",
                "error_message | 'a\\u0000b'",
                "parameters | []",
                "parameters | {'a': 1}",
                "parameters | {'a': ['once']}",
                "event_type | 'call.ringing'"
            },
            quoteCharacter = '`')
    void what_is_never_written_is_not_valid(String field, String json) throws IOException {
        ObjectNode value = full();
        value.set(field, JSON.readTree(json.replace('\'', '"')));

        assertThat(violations(value)).isNotEmpty();
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
                "received_at",
                "parameters"
            })
    void what_every_event_has_is_required(String field) throws IOException {
        ObjectNode value = full();
        assertThat(violations(value)).isEmpty();

        value.remove(field);

        assertThat(violations(value)).isNotEmpty();
    }

    private static ObjectNode full() throws IOException {
        byte[] value =
                CallEventEncoder.encode(
                        Report.of(EventType.FAILED)
                                .childOf(new ProviderCallId("CA1"))
                                .at(Instant.EPOCH)
                                .sequence(1)
                                .answeredBy(AnsweredBy.FAX)
                                .lasting(Duration.ZERO)
                                .error(new ProviderError("13224", "invalid"))
                                .event(),
                        List.of(new Parameter("CallSid", "CA2")));
        return (ObjectNode) JSON.readTree(value);
    }

    private static List<String> violations(JsonNode value) throws IOException {
        return PublishedSchema.CALL_EVENT.violations(JSON.writeValueAsBytes(value));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
    }
}
