package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whatever lies among the dead letters is told apart, and nothing of the original is lost. */
@Timeout(20)
class DeadLetterReaderFuzzTest {
    @MethodSource("letters")
    @FuzzTest
    void any_record_gives_an_answer(byte[] input) {
        WireRecord letter = record(new String(input, ISO_8859_1));

        switch (DeadLetterReader.read(letter)) {
            case DecodedDeadLetter.Letter read -> {
                assertThat(read.original().value()).isSameAs(letter.value());
                assertThat(read.original().headers())
                        .isEqualTo(
                                letter.headers().stream()
                                        .filter(h -> !h.name().startsWith("dlq_"))
                                        .toList());
                assertOneLine(read.detail(), DecodedDeadLetter.Letter.DETAIL_LENGTH);
                assertThat(DeadLetterReader.read(DeadLetters.write(read))).isEqualTo(read);
            }
            case DecodedDeadLetter.Unreadable(String why) -> {
                assertThat(why).isNotBlank();
                assertOneLine(why, DecodedDeadLetter.Unreadable.WHY_LENGTH);
            }
        }
    }

    static Stream<Arguments> letters() {
        return Stream.of(
                        """
                        ce_id: call.busy/CA1/test-call-123
                        dlq_reason: contradicts_attempt
                        dlq_detail: contact_id is another
                        dlq_source_topic: call-events
                        dlq_source_partition: 3
                        dlq_source_offset: 1742
                        dlq_time: 2026-02-12T11:49:00.123456Z

                        {}""",
                        """
                        dlq_reason: unknown_status
                        dlq_detail: twilio reported the status "on-hold"
                        dlq_time: 2026-02-12T11:49:00Z
                        traceparent""",
                        """
                        dlq_reason: not_storable
                        dlq_reason: unreadable
                        dlq_detail:
                        dlq_source_offset: 9223372036854775808
                        dlq_time: +1000000000-12-31T23:59:59Z
                        """)
                .map(text -> Arguments.of((Object) text.getBytes(ISO_8859_1)));
    }

    /**
     * Lines of header names and values up to an empty line, and the value behind it; every byte of
     * them counts, whether it is text or not. A line without a colon is a header without a value,
     * and one that begins with {@code dlq_} is one of ours.
     */
    private static WireRecord record(String input) {
        int end = input.indexOf("\n\n");
        String head = end < 0 ? input : input.substring(0, end);
        byte[] value = end < 0 ? null : input.substring(end + 2).getBytes(ISO_8859_1);
        List<RecordHeader> headers = new ArrayList<>();
        for (String line : head.split("\n", -1)) {
            int colon = line.indexOf(':');
            headers.add(
                    colon < 0
                            ? new RecordHeader(line, null)
                            : new RecordHeader(
                                    line.substring(0, colon),
                                    line.substring(colon + 1).strip().getBytes(ISO_8859_1)));
        }
        headers.removeIf(h -> h.name().startsWith("dlq_") && !DeadLetterHeaders.isOne(h.name()));
        return new WireRecord("key".getBytes(ISO_8859_1), value, headers);
    }

    private static void assertOneLine(String text, int maxCharacters) {
        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(maxCharacters);
        assertThat(text).doesNotContainPattern("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");
    }
}
