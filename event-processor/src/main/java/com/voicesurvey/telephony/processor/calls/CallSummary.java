package com.voicesurvey.telephony.processor.calls;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A call in a list.
 *
 * @param contactId null, as all that follows, while its events wait for the attempt
 * @param questions how often the provider was asked about its end
 */
public record CallSummary(
        String callId,
        @Nullable UUID contactId,
        @Nullable String providerCallId,
        @Nullable Integer attemptNumber,
        @Nullable String stage,
        @Nullable String outcome,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer questions) {}
