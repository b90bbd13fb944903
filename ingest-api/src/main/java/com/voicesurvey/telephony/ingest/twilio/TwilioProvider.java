package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.domain.provider.PlacedCall;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.domain.provider.SigningKeys;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;
import com.voicesurvey.telephony.domain.provider.Verification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Twilio. */
public final class TwilioProvider implements TelephonyProvider {
    /** The path on which its callbacks are taken. */
    public static final String ROUTE = "/webhooks/telephony/events";

    static final String NAME = "twilio";

    // a person waits for the answer, or the next overdue call does
    private static final Duration ANSWER = Duration.ofSeconds(10);

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
     * @param tokens the current auth token of each account by its AccountSid; a call whose order
     *     names none is placed with the first
     * @param api Twilio's API, {@code https://api.twilio.com}
     * @param publicBase scheme, host and any path prefix under which the world reaches this service
     */
    public static TwilioProvider of(
            SequencedMap<String, String> tokens, URI api, String publicBase) {
        SingleTryClient client = new SingleTryClient(api, ANSWER);
        CallbackUrls callbacks = new CallbackUrls(URI.create(publicBase + ROUTE));
        SequencedMap<String, OutboundCalls> accounts = new LinkedHashMap<>();
        tokens.forEach(
                (account, token) ->
                        accounts.put(account, new TwilioCalls(account, token, callbacks, client)));
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
    public FoundCalls findCalls(CallOrder order, Instant since) {
        return calls.find(order, since);
    }

    @Override
    public FetchedCall fetchCall(ProviderCallId id) {
        return calls.fetch(id);
    }
}
