package com.voicesurvey.telephony.processor.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventHeader;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

class EventDayTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void a_repetition_received_after_midnight_is_of_the_same_day() {
        Instant happened = MIDNIGHT.minusSeconds(1);
        assertThat(day(happened, MIDNIGHT.minusMillis(200)))
                .isEqualTo(day(happened, MIDNIGHT.plusSeconds(10)))
                .isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void without_a_providers_time_it_is_the_day_of_receipt() {
        assertThat(day(null, MIDNIGHT)).isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void a_time_that_no_delivery_explains_is_not_believed() {
        assertThat(day(Instant.parse("1999-01-01T00:00:00Z"), MIDNIGHT))
                .isEqualTo(day(Instant.parse("2199-01-01T00:00:00Z"), MIDNIGHT))
                .isEqualTo(LocalDate.parse("2026-03-02"));
    }

    private static LocalDate day(@Nullable Instant providerTime, Instant receivedAt) {
        return EventDay.of(
                new EventHeader(
                        new CallId("c"),
                        new CampaignId(UUID.randomUUID()),
                        new ContactId(UUID.randomUUID()),
                        "twilio",
                        new ProviderCallId("CA1"),
                        null,
                        "ringing",
                        providerTime,
                        1,
                        null,
                        receivedAt));
    }
}
