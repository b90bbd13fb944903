package com.voicesurvey.telephony.testbed.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

class RetryPolicyTest {

    @Test
    void by_default_only_a_failed_connection_is_tried_once_more() {
        assertThat(RetryPolicy.parse(""))
                .isEqualTo(
                        new RetryPolicy(
                                1,
                                Set.of(RetryOn.CONNECT_FAILURE),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15),
                                Duration.ofSeconds(15)));
    }

    @Test
    void the_fragment_overrides_it() {
        assertThat(RetryPolicy.parse("rc=5&rp=ct,rt,5xx&ct=200&rt=300&tt=400"))
                .isEqualTo(
                        new RetryPolicy(
                                5,
                                EnumSet.complementOf(EnumSet.of(RetryOn.CLIENT_ERROR)),
                                Duration.ofMillis(200),
                                Duration.ofMillis(300),
                                Duration.ofMillis(400)));
        assertThat(RetryPolicy.parse("rp=all").on()).containsAll(EnumSet.allOf(RetryOn.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rc=6", "rc=-1", "ct=99", "ct=10001", "rt=15001", "tt=x", "rp=6xx"})
    void what_twilio_does_not_allow_is_refused(String fragment) {
        assertThatThrownBy(() -> RetryPolicy.parse(fragment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fragment.substring(0, 2));
    }
}
