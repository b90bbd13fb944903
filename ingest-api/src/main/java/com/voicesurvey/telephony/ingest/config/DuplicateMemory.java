package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.time.Duration;

/** How many kept events are remembered, and for how long. */
public record DuplicateMemory(int size, Duration ttl) {
    static DuplicateMemory read(Values values) {
        return new DuplicateMemory(
                values.number(Variable.DUPLICATE_CACHE_SIZE, 1, 10_000_000),
                values.duration(
                        Variable.DUPLICATE_CACHE_TTL, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    @Override
    public String toString() {
        return RecordText.of(this, size, ttl);
    }
}
