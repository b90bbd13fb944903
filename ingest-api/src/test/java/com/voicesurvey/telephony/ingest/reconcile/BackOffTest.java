package com.voicesurvey.telephony.ingest.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BackOffTest {
    private final BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    @Test
    void the_wait_doubles_up_to_the_longest() {
        assertThat(backOff.next()).hasSeconds(1);
        assertThat(backOff.next()).hasSeconds(2);
        assertThat(backOff.next()).hasSeconds(4);
        assertThat(backOff.next()).hasSeconds(5);
        assertThat(backOff.next()).hasSeconds(5);
    }

    @Test
    void after_something_has_gone_well_it_is_the_shortest_again() {
        backOff.next();
        backOff.next();
        backOff.reset();
        assertThat(backOff.next()).hasSeconds(1);
    }
}
