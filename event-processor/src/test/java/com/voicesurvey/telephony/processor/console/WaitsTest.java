package com.voicesurvey.telephony.processor.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.voicesurvey.telephony.processor.store.LedgerSlot;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class WaitsTest {
    @Test
    void percentiles_are_exact_within_three_percent() {
        Map<Integer, Long> classes = new HashMap<>();
        for (int milliseconds = 1; milliseconds <= 1_000; milliseconds++) {
            classes.merge((int) Math.floor(20 * Math.log(milliseconds)), 1L, Long::sum);
        }
        Waits waits = Waits.of(List.of(slot(classes)));

        assertThat(waits.events()).isEqualTo(1_000);
        assertThat(waits.percentile(0.5)).isCloseTo(500.0, Percentage.withPercentage(3));
        assertThat(waits.percentile(0.99)).isCloseTo(990.0, Percentage.withPercentage(3));
    }

    @Test
    void slots_add_up_and_nothing_has_no_percentile() {
        Waits waits = Waits.of(List.of(slot(Map.of(0, 98L)), slot(Map.of(100, 2L))));
        assertThat(waits.percentile(0.5)).isCloseTo(1.0, within(0.1));
        assertThat(waits.percentile(0.99)).isCloseTo(152.0, within(1.0));
        assertThat(Waits.of(List.of()).percentile(0.99)).isNull();
    }

    private static LedgerSlot slot(Map<Integer, Long> waits) {
        return new LedgerSlot(Instant.EPOCH, 0, 0, 0, Map.of(), waits);
    }
}
