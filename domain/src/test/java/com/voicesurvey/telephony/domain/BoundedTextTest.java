package com.voicesurvey.telephony.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundedTextTest {
    @Test
    void an_ordinary_text_has_no_problem() {
        assertThat(BoundedText.problem("call_id", "test-call-123", 255)).isNull();
    }

    @Test
    void what_is_required_comes_back_unchanged() {
        assertThat(BoundedText.require("call_id", " a b ", 255)).isEqualTo(" a b ");
    }

    @Test
    void nothing_and_nothing_but_spaces_are_empty() {
        assertThat(BoundedText.problem("call_id", "", 255)).isEqualTo("call_id is empty");
        assertThat(BoundedText.problem("call_id", " \t ", 255)).isEqualTo("call_id is empty");
    }

    @Test
    void the_longest_text_fits_and_one_more_does_not() {
        assertThat(BoundedText.problem("call_id", "x".repeat(255), 255)).isNull();
        assertThat(BoundedText.problem("call_id", "x".repeat(256), 255))
                .isEqualTo("call_id is longer than 255 characters");
    }

    @Test
    void length_counts_characters_as_the_database_does() {
        assertThat(BoundedText.problem("call_id", "😀".repeat(255), 255)).isNull();
        assertThat(BoundedText.problem("call_id", "😀".repeat(256), 255)).isNotNull();
    }

    @Test
    void control_characters_are_refused() {
        for (String control : new String[] {"\0", "\n", "\r", "\u001b", "\u007f", "\u0085"}) {
            assertThat(BoundedText.problem("call_id", "a" + control + "b", 255))
                    .isEqualTo("call_id contains control characters");
        }
    }

    @Test
    void half_a_surrogate_pair_is_refused() {
        assertThat(BoundedText.problem("call_id", "a\ud83d", 255))
                .isEqualTo("call_id is not well-formed Unicode");
        assertThat(BoundedText.problem("call_id", "\ude00a", 255)).isNotNull();
        assertThat(BoundedText.problem("call_id", "\ude00\ud83d", 255)).isNotNull();
    }

    @Test
    void the_problem_never_quotes_the_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedText.require("call_id", "secret\n", 255))
                .withMessage("call_id contains control characters");
    }
}
