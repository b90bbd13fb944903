package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.ProviderCallId;

import java.time.Instant;

/**
 * One telephony provider: how its callbacks are told from forgeries, what they mean, and how a call
 * is placed with it and looked up. Implementations are safe for use by many threads at once.
 *
 * <h2>Failure semantics</h2>
 *
 * Every answer that a caller has to handle is a value of a sealed type; none of these methods
 * throws for anything that a request holds or a provider answers. {@link #verify} and {@link
 * #parse} do no I/O. {@link #placeCall}, {@link #findCalls} and {@link #fetchCall} block until the
 * provider answers or their time is up.
 */
public interface TelephonyProvider {
    /** The provider's short name, as in {@code EventHeader.provider}: {@code twilio}. */
    String name();

    /** Whether the provider itself sent this request, by any of the keys. */
    Verification verify(RawRequest request, SigningKeys keys);

    /** What the request reports; says nothing about whether it is genuine. */
    ParsedCallback parse(RawRequest request, Instant receivedAt);

    /** Asks the provider to dial. */
    PlacedCall placeCall(CallOrder order);

    /**
     * Asks the provider which calls between the order's two numbers it has taken on: after {@link
     * PlacedCall.InDoubt} the one that was ordered may be among them.
     *
     * @param since calls that were taken on before that are left out
     */
    FoundCalls findCalls(CallOrder order, Instant since);

    /** Asks the provider how a call stands. */
    FetchedCall fetchCall(ProviderCallId id);
}
