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

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

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

    /**
     * Takes callbacks, and places and looks up calls.
     *
     * @param tokens the current auth token of each account by its AccountSid; calls are placed with
     *     the first
     * @param api Twilio's API, {@code https://api.twilio.com}
     * @param route where callbacks are taken, as the world reaches it
     * @param timeout longest wait for an answer of the API
     */
    public static TwilioProvider of(
            SequencedMap<String, String> tokens, URI api, URI route, Duration timeout) {
        SingleTryClient client = new SingleTryClient(api, timeout);
        List<OutboundCalls> accounts = new ArrayList<>();
        tokens.forEach(
                (account, token) ->
                        accounts.add(
                                new TwilioCalls(account, token, new CallbackUrls(route), client)));
        return new TwilioProvider(new TwilioAccounts(accounts));
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
