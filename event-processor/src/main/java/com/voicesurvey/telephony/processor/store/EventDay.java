package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.event.EventHeader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The day under which the ledger keeps an event: the UTC day of the provider's time, which is the
 * same for every repetition of the event. Where that is absent, or further from the time of receipt
 * than any delivery takes, the day of receipt.
 */
public final class EventDay {
    private static final Duration FAR = Duration.ofDays(2);

    private EventDay() {}

    public static LocalDate of(EventHeader header) {
        Instant time = header.occurredAt();
        if (Duration.between(time, header.receivedAt()).abs().compareTo(FAR) > 0) {
            time = header.receivedAt();
        }
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
