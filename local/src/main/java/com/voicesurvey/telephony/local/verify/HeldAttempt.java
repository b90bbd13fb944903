package com.voicesurvey.telephony.local.verify;

import org.jspecify.annotations.Nullable;

/** A call attempt with its contact, in the tables' words. */
public record HeldAttempt(
        String callId,
        String stage,
        @Nullable String rawStatus,
        @Nullable String providerCallId,
        boolean answered,
        boolean ended,
        @Nullable Integer durationSeconds,
        @Nullable String outcome,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        String contactState,
        @Nullable String contactOutcome) {}
