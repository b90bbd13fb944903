package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FetchedCall;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;

import java.time.Instant;
import java.util.List;

/**
 * Several accounts: calls are placed with the first one, and looked up with each, since a CallSid
 * does not say whose call it is.
 */
record TwilioAccounts(List<OutboundCalls> accounts) implements OutboundCalls {
    TwilioAccounts {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("no account");
        }
    }

    @Override
    public PlacedCall place(CallOrder order) {
        return accounts.getFirst().place(order);
    }

    @Override
    public FoundCalls find(CallOrder order, Instant since) {
        return accounts.getFirst().find(order, since);
    }

    /** Unknown only where no account knows it. */
    @Override
    public FetchedCall fetch(ProviderCallId id) {
        FetchedCall answer = new FetchedCall.Unknown(id);
        for (OutboundCalls account : accounts) {
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
}
