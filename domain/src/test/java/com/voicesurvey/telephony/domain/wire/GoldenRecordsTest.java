package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Yesterday's records stay readable, and today's say no less than yesterday's did. */
class GoldenRecordsTest {
    private static final String WHAT_IT_MEANS =
            "golden/%s stands for records that are on the topic already, written by versions that"
                    + " run already. Whoever changes this file, or what is read from it, makes"
                    + " those records unreadable or turns them into something else. Mend the"
                    + " code instead, or add a schema version, with golden files of its own.";
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<GoldenRecord> records() {
        return GoldenRecords.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_old_record_means_what_it_meant(GoldenRecord record) throws IOException {
        assertThat(CallEventDecoder.decode(record.value()))
                .as(WHAT_IT_MEANS, record.file())
                .isEqualTo(record.meaning());
        assertThat(CallEventDecoder.parameters(record.value()))
                .as(WHAT_IT_MEANS, record.file())
                .isEqualTo(record.parameters());
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_new_record_says_all_that_the_old_one_said(GoldenRecord record) throws IOException {
        assertSaysAllOf(record.file(), record.value(), record.writtenToday());
    }

    @ParameterizedTest
    @MethodSource("records")
    void an_old_record_is_what_the_schema_says(GoldenRecord record) throws IOException {
        assertThat(PublishedSchema.CALL_EVENT.violations(record.value()))
                .as(WHAT_IT_MEANS, record.file())
                .isEmpty();
    }

    @Test
    void a_dialogue_start_says_all_that_it_said() throws IOException {
        String file = "dialogue-start-v1.json";
        byte[] old = GoldenRecord.read(file);

        assertSaysAllOf(file, old, DialogueStartEncoder.encode(GoldenRecords.DIALOGUE_START));
        assertThat(PublishedSchema.DIALOGUE_START.violations(old))
                .as(WHAT_IT_MEANS, file)
                .isEmpty();
    }

    @Test
    void a_question_about_an_overdue_call_means_and_says_all_that_it_did() throws IOException {
        String file = "call-overdue-v1.json";
        byte[] old = GoldenRecord.read(file);

        assertThat(OverdueCallCodec.decode(old))
                .as(WHAT_IT_MEANS, file)
                .isEqualTo(GoldenRecords.OVERDUE_CALL);
        assertSaysAllOf(file, old, OverdueCallCodec.encode(GoldenRecords.OVERDUE_CALL));
        assertThat(PublishedSchema.OVERDUE_CALL.violations(old)).as(WHAT_IT_MEANS, file).isEmpty();
    }

    @Test
    void no_golden_file_is_without_its_meaning() throws IOException, URISyntaxException {
        URI folder = Objects.requireNonNull(getClass().getResource("/golden")).toURI();
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(
                                            records().stream().map(GoldenRecord::file),
                                            Stream.of(
                                                    "dialogue-start-v1.json",
                                                    "call-overdue-v1.json"))
                                    .toList());
        }
    }

    /** A field may join the others; none may change or go. */
    private static void assertSaysAllOf(String file, byte[] old, byte[] written)
            throws IOException {
        JsonNode now = JSON.readTree(written);
        for (var field : JSON.readTree(old).properties()) {
            assertThat(now.get(field.getKey()))
                    .as(WHAT_IT_MEANS + " Field %s:", file, field.getKey())
                    .isEqualTo(field.getValue());
        }
    }
}
