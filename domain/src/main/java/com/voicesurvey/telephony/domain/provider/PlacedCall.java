package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;

/** What came of asking the provider to dial. */
public sealed interface PlacedCall {
    /** The provider took the call on under that id. */
    record Accepted(ProviderCallId id) implements PlacedCall {}

    /** The provider refused, and there is no call. */
    record Refused(ProviderError error, boolean retryable) implements PlacedCall {}

    /** No answer came: the call may or may not exist, so dialling again may ring twice. */
    record InDoubt(String detail) implements PlacedCall {}
}
