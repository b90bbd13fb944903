package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;

import java.time.Instant;

/** What is asked of Twilio, apart from what Twilio reports. */
interface OutboundCalls {
    PlacedCall place(CallOrder order);

    FoundCalls find(CallOrder order, Instant since);

    FetchedCall fetch(ProviderCallId id);

    /** For a service that only takes callbacks, and so needs no account. */
    static OutboundCalls none() {
        ProviderError reason =
                new ProviderError("not_configured", "this service only takes callbacks");
        return new OutboundCalls() {
            @Override
            public PlacedCall place(CallOrder order) {
                return new PlacedCall.Refused(reason, false);
            }

            @Override
            public FoundCalls find(CallOrder order, Instant since) {
                return new FoundCalls.Unanswered(String.valueOf(reason.message()));
            }

            @Override
            public FetchedCall fetch(ProviderCallId id) {
                return new FetchedCall.Refused(reason, false);
            }
        };
    }
}
