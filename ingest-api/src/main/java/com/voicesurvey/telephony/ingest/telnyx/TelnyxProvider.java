package com.voicesurvey.telephony.ingest.telnyx;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.PlacedCall;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.provider.Verification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Telnyx: takes its events; calls are placed elsewhere. */
public final class TelnyxProvider implements TelephonyProvider {
    /** The path on which its callbacks are taken. */
    public static final String ROUTE = "/webhooks/telephony/telnyx/events";

    static final String NAME = "telnyx";

    private static final ProviderError NOT_HERE =
            new ProviderError("not_supported", "calls are not placed with Telnyx from here");

    private final TelnyxSignature signature;

    /**
     * A provider.
     *
     * @param replayWindow how old a signed request may be; Telnyx recommends five minutes
     */
    public TelnyxProvider(Clock clock, Duration replayWindow) {
        this.signature = new TelnyxSignature(clock, replayWindow);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verification verify(RawRequest request, SigningKeys keys) {
        return signature.verify(request, keys);
    }

    @Override
    public ParsedCallback parse(RawRequest request, Instant receivedAt) {
        return TelnyxCallback.parse(request, receivedAt);
    }

    @Override
    public PlacedCall placeCall(CallOrder order) {
        return new PlacedCall.Refused(NOT_HERE, false);
    }

    @Override
    public FoundCalls findCalls(CallOrder order, Instant since) {
        return new FoundCalls.Unanswered(String.valueOf(NOT_HERE.message()));
    }

    @Override
    public FetchedCall fetchCall(ProviderCallId id) {
        return new FetchedCall.Refused(NOT_HERE, false);
    }
}
