package com.voicesurvey.telephony.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class LogRateTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LogRate rate = new LogRate(Duration.ofNanos(10), now::get);

    @Test
    void the_first_line_is_written_and_the_next_ones_are_counted_until_the_period_is_over() {
        assertThat(rate.admit()).hasValue(0);
        assertThat(rate.admit()).isEmpty();
        now.addAndGet(9);
        assertThat(rate.admit()).isEmpty();
        now.addAndGet(1);
        assertThat(rate.admit()).hasValue(2);
        assertThat(rate.admit()).isEmpty();
        now.addAndGet(1000);
        assertThat(rate.admit()).hasValue(1);
    }
}
