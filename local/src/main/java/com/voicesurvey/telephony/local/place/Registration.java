package com.voicesurvey.telephony.local.place;

import com.voicesurvey.telephony.domain.ProviderCallId;

import java.time.Instant;

/** How a call stands once its attempt is registered. */
sealed interface Registration {
    /** Nobody has dialled; this caller, and no other, is to. */
    record ToDial(Instant askedAt) implements Registration {}

    /** Somebody asked the provider to dial, and does not know what came of it. */
    record Asked(Instant at) implements Registration {}

    /** The provider has the call. */
    record Dialled(ProviderCallId id) implements Registration {}

    /** It must not be dialled. */
    record Impossible(String detail) implements Registration {}
}
