package com.voicesurvey.telephony.processor.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.console.Figures.Rates;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class OffsetTrackTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final OffsetTrack track = new OffsetTrack();

    @Test
    void rates_are_of_the_last_ten_seconds() {
        add("a", 0, 0, 0);
        assertThat(track.rates()).isNull();
        add("a", 2, 1_000, 0);
        for (int second = 4; second <= 20; second += 2) {
            add("a", second, 1_000 + second * 10L, second * 5L);
        }
        assertThat(track.rates()).isEqualTo(new Rates(10, 5));
    }

    @Test
    void another_topic_of_the_name_starts_anew() {
        add("a", 0, 500, 500);
        add("b", 2, 10, 0);
        assertThat(track.rates()).isNull();
        add("b", 4, 30, 20);
        assertThat(track.rates()).isEqualTo(new Rates(10, 10));
        add("b", 6, 30, 5);
        assertThat(track.rates()).as("offsets that were set back").isNull();
    }

    @Test
    void a_slot_sums_what_moved_in_it_and_keeps_the_largest_lag() {
        add("a", 0, 0, 0);
        add("a", 2, 100, 10);
        add("a", 4, 150, 150);
        assertThat(track.in(START)).isEqualTo(new OffsetTrack.Moved(150, 150, 90));
        track.forgetBefore(START.plusSeconds(10));
        assertThat(track.in(START)).isNull();
    }

    private void add(String topic, long second, long written, long applied) {
        Instant at = START.plusSeconds(second);
        track.add(topic, new OffsetTrack.Point(at, written, applied), LedgerWindow.slotOf(at));
    }
}
