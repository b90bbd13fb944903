package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class AnsweredByTest {
    @Test
    void the_wire_names_are_the_published_ones() {
        assertThat(Arrays.stream(AnsweredBy.values()).map(AnsweredBy::wireName))
                .containsExactly(
                        "human",
                        "machine_start",
                        "machine_end_beep",
                        "machine_end_silence",
                        "machine_end_other",
                        "fax",
                        "unknown");
    }

    @Test
    void every_value_is_found_by_its_wire_name() {
        assertThat(AnsweredBy.values())
                .allSatisfy(
                        value ->
                                assertThat(AnsweredBy.ofWireName(value.wireName()))
                                        .isEqualTo(value));
    }

    @Test
    void a_word_that_is_not_known_is_unknown() {
        assertThat(AnsweredBy.ofWireName("machine_end_music")).isEqualTo(AnsweredBy.UNKNOWN);
        assertThat(AnsweredBy.ofWireName("")).isEqualTo(AnsweredBy.UNKNOWN);
    }
}
