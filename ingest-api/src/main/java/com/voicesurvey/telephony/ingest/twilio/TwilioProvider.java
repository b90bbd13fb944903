package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.PlacedCall;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.provider.Verification;

import java.time.Instant;

/** Twilio. */
public final class TwilioProvider implements TelephonyProvider {
    static final String NAME = "twilio";

    private final OutboundCalls calls;

    TwilioProvider(OutboundCalls calls) {
        this.calls = calls;
    }

    /** Takes callbacks; refuses to place or fetch calls. */
    public static TwilioProvider forCallbacks() {
        return new TwilioProvider(OutboundCalls.none());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verification verify(RawRequest request, SigningKeys keys) {
        return TwilioSignature.verify(request, keys);
    }

    @Override
    public ParsedCallback parse(RawRequest request, Instant receivedAt) {
        return TwilioCallback.parse(request, receivedAt);
    }

    @Override
    public PlacedCall placeCall(CallOrder order) {
        return calls.place(order);
    }

    @Override
    public FetchedCall fetchCall(ProviderCallId id) {
        return calls.fetch(id);
    }
}
