package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/** What the provider said of a call that it was asked about. */
public sealed interface FetchedCall {
    /**
     * The call as the provider knows it now.
     *
     * @param status the provider's status, in its words
     * @param end what has ended the call; null while it goes on, and for a status that is not known
     * @param duration whole seconds, once it has ended
     */
    record Known(
            ProviderCallId id,
            String status,
            @Nullable EventType end,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Duration duration)
            implements FetchedCall {}

    /** The provider has no such call. */
    record Unknown(ProviderCallId id) implements FetchedCall {}

    /** The provider refused to answer. */
    record Refused(ProviderError error, boolean retryable) implements FetchedCall {}

    /** No answer came. */
    record Unreachable(String detail) implements FetchedCall {}
}
