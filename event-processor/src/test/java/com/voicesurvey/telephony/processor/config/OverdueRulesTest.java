package com.voicesurvey.telephony.processor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class OverdueRulesTest {
    private static final Instant NOW = Instant.parse("2026-02-12T11:48:41Z");
    private static final OverdueRules DEFAULTS =
            new OverdueRules(Duration.ofMinutes(5), Duration.ofMinutes(10), 8);

    @Test
    void the_first_question_is_due_once_the_expected_end_is_overdue() {
        assertThat(DEFAULTS.patience()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT20M",
        "2, PT40M",
        "3, PT1H20M",
        "4, PT2H40M",
        "5, PT5H20M",
        "6, PT6H",
        "7, PT6H",
        "63, PT6H",
        "64, PT6H",
        "100, PT6H"
    })
    void each_wait_is_twice_the_one_before_until_it_is_the_longest(int asked, Duration wait) {
        assertThat(DEFAULTS.next(asked, NOW)).isEqualTo(NOW.plus(wait));
    }

    @ParameterizedTest
    @CsvSource({"1, PT2S", "20, PT6H", "100, PT6H"})
    void a_short_time_comes_to_the_longest_wait_too(int asked, Duration wait) {
        assertThat(rules("PT1S", "PT1S", 8).next(asked, NOW)).isEqualTo(NOW.plus(wait));
    }

    @Test
    void it_ends_with_the_last_question() {
        assertThat(DEFAULTS.isLast(1)).isFalse();
        assertThat(DEFAULTS.isLast(7)).isFalse();
        assertThat(DEFAULTS.isLast(8)).isTrue();
        assertThat(DEFAULTS.isLast(9)).as("asked under a higher limit").isTrue();
        assertThat(rules("PT5M", "PT10M", 1).isLast(1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S", "PT10S, PT10S", "PT10M, PT10S", "PT6H, PT10S"})
    void it_looks_as_often_as_the_wait_asks_for_and_every_ten_seconds_at_least(
            Duration overdueAfter, Duration interval) {
        assertThat(new OverdueRules(Duration.ofMinutes(5), overdueAfter, 8).interval())
                .isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, PT10M, 8, PT-1S",
        "PT5M, PT0S, 8, PT0S",
        "PT5M, PT6H1S, 8, PT6H1S",
        "PT5M, PT10M, 0, 0 times"
    })
    void rules_that_make_no_sense_are_refused(
            String expected, String overdueAfter, int requests, String named) {
        assertThatThrownBy(() -> rules(expected, overdueAfter, requests))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }

    private static OverdueRules rules(String expected, String overdueAfter, int requests) {
        return new OverdueRules(Duration.parse(expected), Duration.parse(overdueAfter), requests);
    }
}
