package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Several accounts: a call is placed with the one that its order names, else with the first, and
 * looked up with each, since a CallSid does not say whose call it is.
 *
 * @param bySid the accounts by their AccountSid, the main one first
 */
record TwilioAccounts(SequencedMap<String, OutboundCalls> bySid) implements OutboundCalls {
    TwilioAccounts {
        bySid = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bySid));
        if (bySid.isEmpty()) {
            throw new IllegalArgumentException("no account");
        }
    }

    @Override
    public PlacedCall place(CallOrder order) {
        OutboundCalls account = account(order);
        return account == null
                ? new PlacedCall.Refused(
                        new ProviderError("unknown_account", unknown(order)), false)
                : account.place(order);
    }

    @Override
    public FoundCalls find(CallOrder order, Instant since) {
        OutboundCalls account = account(order);
        return account == null
                ? new FoundCalls.Unanswered(unknown(order))
                : account.find(order, since);
    }

    /** Unknown only where no account knows it. */
    @Override
    public FetchedCall fetch(ProviderCallId id) {
        FetchedCall answer = new FetchedCall.Unknown(id);
        for (OutboundCalls account : bySid.values()) {
            FetchedCall next = account.fetch(id);
            if (next instanceof FetchedCall.Known) {
                return next;
            }
            if (!(next instanceof FetchedCall.Unknown)) {
                answer = next;
            }
        }
        return answer;
    }

    private @Nullable OutboundCalls account(CallOrder order) {
        return order.account() == null ? bySid.firstEntry().getValue() : bySid.get(order.account());
    }

    private static String unknown(CallOrder order) {
        return "no token is known of the account " + order.account();
    }
}
