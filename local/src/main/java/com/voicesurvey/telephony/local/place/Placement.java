package com.voicesurvey.telephony.local.place;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;

import java.time.Duration;

/** What came of placing a call. */
public sealed interface Placement {
    /**
     * The provider has the call.
     *
     * @param before whether an earlier request placed it, and nothing was dialled now
     */
    record Placed(ProviderCallId id, boolean before) implements Placement {}

    /** Nothing was dialled, nor will be; the detail says why. */
    record Rejected(String detail) implements Placement {}

    /** The provider refused, and there is no call. */
    record Refused(ProviderError error, boolean retryable) implements Placement {}

    /**
     * The call may or may not exist.
     *
     * @param settledIn after how long the same request can find out, and dials if there is none
     */
    record InDoubt(String detail, Duration settledIn) implements Placement {}
}
