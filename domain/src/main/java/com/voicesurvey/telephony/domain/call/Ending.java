package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * How a call ended, with what decides between several reported ends.
 *
 * @param type a type of stage {@code ENDED}; null for a call that was over before events were kept
 * @param endedAt the provider's time, or the time of receipt where the provider gave none
 * @param sequenceNumber as reported, if it was
 * @param providerTime as reported, if it was
 * @param duration whole seconds, if reported
 */
public record Ending(
        @Nullable EventType type,
        Instant endedAt,
        @Nullable Integer sequenceNumber,
        @Nullable Instant providerTime,
        @Nullable Duration duration,
        @Nullable ProviderError error) {

    /**
     * An unknown type before all, then the sequence number, then the time, absent ones last; the
     * type only makes the order total.
     */
    private static final Comparator<Ending> FIRST_STANDS =
            Comparator.comparing((Ending ending) -> ending.type() != null)
                    .thenComparing(
                            Ending::sequenceNumber, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(
                            Ending::providerTime, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Ending::type, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Ending of(CallEvent.Terminal event) {
        return new Ending(
                event.type(),
                event.header().occurredAt(),
                event.header().sequenceNumber(),
                event.header().providerTime(),
                event.duration(),
                event.error());
    }

    /**
     * Whether this end stands against the other, whichever was reported first. An end of unknown
     * type was there before events were kept and stands against all.
     */
    boolean precedes(Ending other) {
        return FIRST_STANDS.compare(this, other) < 0;
    }
}
