package com.voicesurvey.telephony.processor.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants as PostgreSQL's {@code timestamptz}, and back. */
final class Times {
    private Times() {}

    static @Nullable OffsetDateTime toColumn(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant ofColumn(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
