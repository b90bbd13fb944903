package com.voicesurvey.telephony.local.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class SeriesTest {
    @Test
    void the_median_is_the_middle_one() {
        Series series = new Series("x", "/s", List.of(9.0, 1.0, 5.0));
        assertThat(series.median()).isEqualTo(5);
        assertThat(series.lowest()).isEqualTo(1);
        assertThat(series.highest()).isEqualTo(9);
    }

    @Test
    void of_two_in_the_middle_it_is_halfway() {
        assertThat(new Series("x", "/s", List.of(4.0, 1.0, 2.0, 100.0)).median()).isEqualTo(3);
    }

    @Test
    void what_was_never_measured_has_none() {
        assertThatThrownBy(() -> new Series("x", "/s", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
