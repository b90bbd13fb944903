package com.voicesurvey.telephony.local.place;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.provider.CallOrder;
import com.voicesurvey.telephony.domain.provider.FoundCalls;
import com.voicesurvey.telephony.domain.provider.PlacedCall;
import com.voicesurvey.telephony.domain.provider.TelephonyProvider;

import org.jooq.exception.DataAccessException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Places calls, each once however often it is asked for.
 *
 * <h2>Failure semantics</h2>
 *
 * That the provider is about to be asked is committed before it is asked. A call_id whose request
 * brought no answer, or whose caller died, is in doubt: asked for again, it is looked for in the
 * provider's list first, and dialled anew only once it would have to stand there and does not. Of
 * several callers at once, one dials.
 */
public final class CallPlacement {
    /** Longer than a request to the provider can take, after which a call stands in its list. */
    private static final Duration LISTED_AFTER = Duration.ofSeconds(30);

    private final TelephonyProvider provider;
    private final PlacedAttempts attempts;
    private final Clock clock;
    private final Duration listedAfter;

    public CallPlacement(TelephonyProvider provider, PlacedAttempts attempts) {
        this(provider, attempts, Clock.systemUTC(), LISTED_AFTER);
    }

    /**
     * @param listedAfter how long after it was asked for a call stands in the provider's list
     */
    CallPlacement(
            TelephonyProvider provider,
            PlacedAttempts attempts,
            Clock clock,
            Duration listedAfter) {
        this.provider = provider;
        this.attempts = attempts;
        this.clock = clock;
        this.listedAfter = listedAfter;
    }

    /**
     * Registers the attempt where it is not there yet, and dials where nobody has.
     *
     * @param addCampaign whether to add the campaign, too
     */
    public Placement place(CallOrder order, boolean addCampaign) {
        Registration registration;
        try {
            if (addCampaign) {
                attempts.addCampaign(order.campaignId(), order.language());
            }
            registration = attempts.register(order, clock.instant());
        } catch (DataAccessException e) {
            return new Placement.Rejected(
                    "The database that DATABASE_URL names cannot be used: " + reason(e));
        }
        try {
            return act(order, registration);
        } catch (DataAccessException e) {
            return new Placement.InDoubt("the database failed: " + reason(e), listedAfter);
        }
    }

    private Placement act(CallOrder order, Registration registration) {
        return switch (registration) {
            case Registration.Impossible(String detail) -> new Placement.Rejected(detail);
            case Registration.Dialled(ProviderCallId id) -> new Placement.Placed(id, true);
            case Registration.ToDial _ -> dial(order);
            case Registration.Asked(Instant at) -> settle(order, at);
        };
    }

    private Placement dial(CallOrder order) {
        return switch (provider.placeCall(order)) {
            case PlacedCall.Accepted(ProviderCallId id) -> {
                attempts.dialled(order.callId(), id);
                yield new Placement.Placed(id, false);
            }
            case PlacedCall.Refused(var error, boolean retryable) -> {
                attempts.refused(order.callId(), error, retryable);
                yield new Placement.Refused(error, retryable);
            }
            case PlacedCall.InDoubt(String detail) -> new Placement.InDoubt(detail, listedAfter);
        };
    }

    private Placement settle(CallOrder order, Instant askedAt) {
        return switch (provider.findCalls(order, askedAt)) {
            case FoundCalls.Unanswered(String detail) ->
                    new Placement.InDoubt(detail, Duration.ZERO);
            case FoundCalls.Found(var ids) -> {
                Optional<ProviderCallId> own = attempts.firstOfNobodyElse(order.callId(), ids);
                if (own.isPresent()) {
                    attempts.dialled(order.callId(), own.get());
                    yield new Placement.Placed(own.get(), true);
                }
                yield dialAgain(order, askedAt);
            }
        };
    }

    private static String reason(DataAccessException e) {
        return String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
    }

    private Placement dialAgain(CallOrder order, Instant askedAt) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, askedAt.plus(listedAfter));
        if (left.isPositive()) {
            return new Placement.InDoubt("the provider does not list it yet", left);
        }
        return attempts.claim(order.callId(), askedAt, now)
                ? dial(order)
                : new Placement.InDoubt("somebody else is dialling it just now", listedAfter);
    }
}
