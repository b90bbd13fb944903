package com.voicesurvey.telephony.ingest.reconcile;

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

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A provider that answers for calls as it is told, and remembers what it was asked. */
final class AskedProvider implements TelephonyProvider {
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile Function<ProviderCallId, FetchedCall> answer;

    AskedProvider(Function<ProviderCallId, FetchedCall> answer) {
        this.answer = answer;
    }

    void answer(Function<ProviderCallId, FetchedCall> next) {
        answer = next;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public FoundCalls findCalls(CallOrder order, Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FetchedCall fetchCall(ProviderCallId id) {
        asked.add(id.value());
        return answer.apply(id);
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public Verification verify(RawRequest request, SigningKeys keys) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ParsedCallback parse(RawRequest request, Instant receivedAt) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PlacedCall placeCall(CallOrder order) {
        throw new UnsupportedOperationException();
    }
}
