package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.DeadLetters.text;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class DeadLetterReaderTest {
    private static final RecordHeader OWN = text("ce_id", "call.busy/CA1/test-call-123");
    private static final WireRecord ORIGINAL =
            new WireRecord(
                    "test-call-123".getBytes(UTF_8),
                    "{}".getBytes(UTF_8),
                    List.of(OWN, new RecordHeader("traceparent", null)));
    private static final DecodedDeadLetter.Letter LETTER =
            new DecodedDeadLetter.Letter(
                    DeadLetterReason.CONTRADICTS_ATTEMPT,
                    "contact_id is another",
                    Instant.parse("2026-02-12T11:49:00.123456Z"),
                    new RecordPlace("call-events", 3, 1742),
                    ORIGINAL);

    @ParameterizedTest
    @EnumSource
    void a_letter_of_every_reason_is_read_as_it_was_written(DeadLetterReason reason) {
        DecodedDeadLetter.Letter letter =
                new DecodedDeadLetter.Letter(
                        reason, LETTER.detail(), LETTER.time(), LETTER.source(), ORIGINAL);

        assertThat(DeadLetterReader.read(DeadLetters.write(letter))).isEqualTo(letter);
    }

    @Test
    void a_letter_that_ingest_set_aside_has_no_source() {
        DecodedDeadLetter.Letter letter =
                new DecodedDeadLetter.Letter(
                        DeadLetterReason.UNKNOWN_STATUS, "", LETTER.time(), null, ORIGINAL);

        assertThat(DeadLetterReader.read(DeadLetters.write(letter))).isEqualTo(letter);
    }

    @Test
    void what_was_given_up_a_second_time_tells_of_the_second_time() {
        WireRecord first = DeadLetters.write(LETTER);
        DecodedDeadLetter.Letter again =
                new DecodedDeadLetter.Letter(
                        DeadLetterReason.UNREADABLE, "again", Instant.EPOCH, null, first);
        WireRecord second =
                DeadLetters.write(
                        new DecodedDeadLetter.Letter(
                                again.reason(),
                                again.detail(),
                                again.time(),
                                new RecordPlace("call-events", 0, 1),
                                first));

        assertThat(DeadLetterReader.read(second))
                .isEqualTo(
                        new DecodedDeadLetter.Letter(
                                again.reason(),
                                again.detail(),
                                again.time(),
                                new RecordPlace("call-events", 0, 1),
                                ORIGINAL));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "dlq_reason, absent, dlq_reason is missing",
                "dlq_reason, gone_fishing, dlq_reason is not known: gone_fishing",
                "dlq_reason, UNREADABLE, dlq_reason is not known: UNREADABLE",
                "dlq_detail, absent, dlq_detail is missing",
                "dlq_time, absent, dlq_time is missing",
                "dlq_time, yesterday, dlq_time is no time: yesterday",
                "dlq_source_topic, absent, dlq_source_topic is missing",
                "dlq_source_topic, ' ', the topic has no name",
                "dlq_source_partition, absent, dlq_source_partition is missing",
                "dlq_source_partition, -1, dlq_source_partition is no number from 0 to 2147483647: -1",
                "dlq_source_partition, 2147483648, dlq_source_partition is no number from 0 to 2147483647: 2147483648",
                "dlq_source_offset, absent, dlq_source_offset is missing",
                "dlq_source_offset, '', 'dlq_source_offset is no number from 0 to 9223372036854775807: '",
                "dlq_source_offset, +1, dlq_source_offset is no number from 0 to 9223372036854775807: +1",
                "dlq_source_offset, ٣, dlq_source_offset is no number from 0 to 9223372036854775807: ٣",
                "dlq_source_offset, 9223372036854775808, dlq_source_offset is no number from 0 to 9223372036854775807: 9223372036854775808",
            })
    void a_broken_header_is_named(String name, @Nullable String value, String why) {
        assertThat(DeadLetterReader.read(with(name, value == null ? null : value.getBytes(UTF_8))))
                .isEqualTo(new DecodedDeadLetter.Unreadable(why));
    }

    @Test
    void bytes_that_are_no_text_are_named() {
        assertThat(DeadLetterReader.read(with("dlq_detail", new byte[] {(byte) 0xff})))
                .isEqualTo(new DecodedDeadLetter.Unreadable("dlq_detail is not valid UTF-8"));
    }

    @Test
    void an_ordinary_record_is_no_dead_letter() {
        assertThat(DeadLetterReader.read(ORIGINAL))
                .isEqualTo(new DecodedDeadLetter.Unreadable("dlq_reason is missing"));
    }

    @Test
    void what_is_quoted_stays_one_short_line() {
        byte[] hostile = "x\n\u001b[31m\u2028".repeat(1000).getBytes(UTF_8);

        assertThat(DeadLetterReader.read(with("dlq_reason", hostile)))
                .isInstanceOfSatisfying(
                        DecodedDeadLetter.Unreadable.class,
                        letter ->
                                assertThat(letter.why())
                                        .startsWith("dlq_reason is not known: x  [31m x")
                                        .hasSize(DecodedDeadLetter.Unreadable.WHY_LENGTH));
        assertThat(DeadLetterReader.read(with("dlq_detail", hostile)))
                .isInstanceOfSatisfying(
                        DecodedDeadLetter.Letter.class,
                        letter ->
                                assertThat(letter.detail())
                                        .startsWith("x  [31m x")
                                        .hasSize(DecodedDeadLetter.Letter.DETAIL_LENGTH));
    }

    /** The letter with another value of a header, or without a value. */
    private static WireRecord with(String name, byte @Nullable [] value) {
        WireRecord letter = DeadLetters.write(LETTER);
        List<RecordHeader> headers = new ArrayList<>(letter.headers());
        headers.replaceAll(h -> h.name().equals(name) ? new RecordHeader(name, value) : h);
        return new WireRecord(letter.key(), letter.value(), headers);
    }
}
