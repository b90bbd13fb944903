package com.voicesurvey.telephony.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;

class WireTimeTest {
    /** Before the year 0 to after the year 9999. */
    @Property
    void reads_what_an_instant_writes(
            @ForAll @LongRange(min = -70_000_000_000L, max = 260_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano) {
        Instant time = Instant.ofEpochSecond(second, nano);
        assertThat(WireTime.parse(time.toString())).isEqualTo(time);
    }

    @Property
    void a_character_changed_is_read_as_the_library_reads_it(
            @ForAll @IntRange(max = 26) int place, @ForAll("characters") char other) {
        StringBuilder text = new StringBuilder("2026-02-28T23:59:58.123456Z");
        text.setCharAt(place, other);
        assertSame(text.toString());
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of(
                '0', '1', '3', '6', '9', '-', '+', ':', '.', 'T', 'Z', 'z', ' ', '/', '\u0661');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23T07:00:00Z",
                "2026-11-23T07:00:00.Z",
                "2026-11-23T07:00:00.1Z",
                "2026-11-23T07:00:00.123456789Z",
                "2026-11-23T07:00:00.1234567890Z",
                "2026-11-23T07:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T23:59:60Z",
                "2024-02-29T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "2026-11-31T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-11-23T07:00:00+01:00",
                "2026-11-23t07:00:00z",
                "-0001-11-23T07:00:00Z",
                "+10000-11-23T07:00:00Z",
                "2026-11-23 07:00:00Z",
                "2026-11-23T07:00:00,5Z",
                "today",
                ""
            })
    void reads_any_text_as_the_library_reads_it(String text) {
        assertSame(text);
    }

    @Test
    void a_fraction_has_its_place() {
        assertThat(WireTime.parse("1970-01-01T00:00:01.05Z"))
                .isEqualTo(Instant.ofEpochMilli(1_050));
    }

    private static void assertSame(String text) {
        Instant expected;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeException e) {
            assertThatThrownBy(() -> WireTime.parse(text)).isInstanceOf(DateTimeException.class);
            return;
        }
        assertThat(WireTime.parse(text)).isEqualTo(expected);
    }
}
