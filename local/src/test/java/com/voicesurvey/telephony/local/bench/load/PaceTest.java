package com.voicesurvey.telephony.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void an_open_loop_keeps_its_times_whatever_the_time_is() {
        Pace pace = new Pace.Open(2_000);
        assertThat(pace.due(0, 1_000, 9_999_999)).isEqualTo(1_000);
        assertThat(pace.due(1, 1_000, 9_999_999)).isEqualTo(501_000);
        assertThat(pace.due(120_000, 1_000, 0)).isEqualTo(60_000_001_000L);
    }

    @Test
    void a_closed_loop_is_due_now() {
        assertThat(new Pace.Closed().due(77, 1_000, 5_000)).isEqualTo(5_000);
    }
}
