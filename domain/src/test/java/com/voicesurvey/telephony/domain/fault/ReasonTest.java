package com.voicesurvey.telephony.domain.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void it_leads_from_what_failed_to_what_is_wrong() {
        Exception wrong = new IllegalStateException("no certificate names 127.0.0.1");
        assertThat(Reason.of(new RuntimeException("handshake failed", wrong)))
                .isEqualTo("handshake failed: no certificate names 127.0.0.1");
    }

    @Test
    void what_a_cause_repeats_is_told_once() {
        Exception wrong = new IllegalStateException("no such user");
        assertThat(Reason.of(new RuntimeException(new RuntimeException(wrong))))
                .isEqualTo("no such user");
        assertThat(Reason.of(new RuntimeException("no such user", wrong)))
                .isEqualTo("no such user");
    }

    @Test
    void only_first_lines_are_told_for_the_rest_may_quote_data() {
        assertThat(Reason.of(new RuntimeException("refused\n  Detail: Key (phone)=(+1555)")))
                .isEqualTo("refused");
    }

    @Test
    void a_failure_without_words_is_told_by_its_name_and_a_circle_ends() {
        assertThat(Reason.of(new StackOverflowError())).isEqualTo("StackOverflowError");
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);
        assertThat(Reason.of(one)).isEqualTo("one: two");
    }
}
