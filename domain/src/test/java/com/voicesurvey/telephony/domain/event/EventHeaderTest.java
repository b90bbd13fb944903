package com.voicesurvey.telephony.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Instant;

class EventHeaderTest {
    @Test
    void it_happened_when_the_provider_says_so() {
        Instant time = Instant.parse("2026-02-12T11:48:41Z");

        assertThat(Report.of(EventType.ANSWERED).at(time).header().occurredAt()).isEqualTo(time);
    }

    @Test
    void without_the_providers_time_it_happened_when_it_was_received() {
        assertThat(Report.of(EventType.ANSWERED).header().occurredAt()).isEqualTo(Report.RECEIVED);
    }

    @Test
    void sequence_numbers_start_at_0() {
        assertThat(Report.of(EventType.RINGING).sequence(0).header().sequenceNumber()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EventType.RINGING).sequence(-1).header())
                .withMessage("sequence_number is negative: -1");
    }

    @Test
    void provider_and_status_are_bounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EventType.RINGING).provider("x".repeat(51)).header())
                .withMessage("provider is longer than 50 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EventType.RINGING).provider("").header())
                .withMessage("provider is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EventType.RINGING).status("x".repeat(256)).header())
                .withMessage("provider_status is longer than 255 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(EventType.RINGING).status("a\0b").header())
                .withMessage("provider_status contains control characters");
    }
}
