package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.AnsweredBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;

class DialogueStartEncoderTest {
    @Test
    void the_schema_is_valid_itself() {
        assertThat(PublishedSchema.DIALOGUE_START.violationsOfDialect()).isEmpty();
    }

    @Test
    void its_id_is_the_dataschema_of_the_records() {
        assertThat(PublishedSchema.DIALOGUE_START.json().get("$id").textValue())
                .isEqualTo(CloudEventNames.DIALOGUE_START_SCHEMA.toString());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void every_message_is_what_the_schema_says(@ForAll("starts") DialogueStart start)
            throws IOException {
        byte[] value = DialogueStartEncoder.encode(start);

        assertThat(PublishedSchema.DIALOGUE_START.violations(value)).isEmpty();
        JsonNode json = new ObjectMapper().readTree(value);
        assertThat(json.get("call_id").textValue()).isEqualTo(start.callId().value());
        assertThat(json.get("provider_call_id").textValue())
                .isEqualTo(start.providerCallId().value());
        assertThat(json.get("answered_at").textValue()).isEqualTo(start.answeredAt().toString());
        assertThat(json.get("language").textValue())
                .isEqualTo(start.language().name().toLowerCase(Locale.ROOT));
        assertThat(json.has("answered_by")).isEqualTo(start.answeredBy() != null);
    }

    @Test
    void every_field_that_is_ever_written_is_described() throws IOException {
        Iterator<String> described =
                PublishedSchema.DIALOGUE_START.json().get("properties").fieldNames();
        JsonNode full =
                new ObjectMapper()
                        .readTree(DialogueStartEncoder.encode(GoldenRecords.DIALOGUE_START));

        assertThat(full.fieldNames()).toIterable().containsExactlyElementsOf(() -> described);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema_version",
                "call_id",
                "call_attempt_id",
                "campaign_id",
                "contact_id",
                "provider_call_id",
                "answered_at",
                "language"
            })
    void what_every_message_has_is_required(String field) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode value =
                (ObjectNode)
                        mapper.readTree(DialogueStartEncoder.encode(GoldenRecords.DIALOGUE_START));
        value.remove(field);

        assertThat(PublishedSchema.DIALOGUE_START.violations(mapper.writeValueAsBytes(value)))
                .isNotEmpty();
    }

    @Property(tries = 100)
    void the_same_attempt_has_the_same_event_id(
            @ForAll("starts") DialogueStart one, @ForAll("starts") DialogueStart other) {
        assertThat(one.eventId()).isEqualTo("dialogue.start/" + one.callAttemptId());
        assertThat(one.eventId().equals(other.eventId()))
                .isEqualTo(one.callAttemptId().equals(other.callAttemptId()));
    }

    @Provide
    Arbitrary<DialogueStart> starts() {
        return Combinators.combine(
                        HostileTexts.bounded(255).map(CallId::new),
                        AnyReport.uuids().map(CallAttemptId::new),
                        AnyReport.uuids().map(CampaignId::new),
                        AnyReport.uuids().map(ContactId::new),
                        HostileTexts.bounded(255).map(ProviderCallId::new),
                        AnyReport.instants().map(Instant::from),
                        Arbitraries.of(Language.class),
                        Arbitraries.of(AnsweredBy.class).injectNull(0.3))
                .as(DialogueStart::new);
    }
}
