package com.voicesurvey.telephony.processor.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

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
