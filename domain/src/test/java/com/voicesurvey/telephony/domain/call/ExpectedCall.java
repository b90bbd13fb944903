package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rules said a second time, of all of a call's events at once, where the state machine takes
 * them one by one: what has to come out of any order of them.
 */
final class ExpectedCall {
    private ExpectedCall() {}

    static CallState after(CallState initial, Collection<CallEvent> events) {
        CallAttempt attempt = initial.attempt();
        List<CallEvent> counting =
                events.stream().filter(event -> counts(attempt, event)).distinct().toList();
        if (counting.isEmpty()) {
            return initial;
        }
        CallAttempt onLeg = attempt.onLeg(leg(attempt, counting));
        Instant answeredAt = answeredAt(attempt, counting);
        CallAttempt known = answeredAt == null ? onLeg : onLeg.answered(answeredAt);
        Optional<CallEvent.Terminal> end =
                attempt.ending() != null ? Optional.empty() : firstEnd(counting);
        if (end.isPresent()) {
            return ended(new CallState(known, initial.contact()), end.get());
        }
        return new CallState(advanced(known, counting), initial.contact());
    }

    private static boolean counts(CallAttempt attempt, CallEvent event) {
        ProviderCallId leg = attempt.providerCallId();
        return event.type() != EventType.MACHINE_DETECTED
                && event.header().callId().equals(attempt.callId())
                && event.header().campaignId().equals(attempt.campaignId())
                && event.header().contactId().equals(attempt.contactId())
                && event.header().parentCallId() == null
                && (leg == null || leg.equals(event.header().providerCallId()));
    }

    private static ProviderCallId leg(CallAttempt attempt, List<CallEvent> events) {
        ProviderCallId leg = attempt.providerCallId();
        return leg != null ? leg : events.getFirst().header().providerCallId();
    }

    private static @Nullable Instant answeredAt(CallAttempt attempt, List<CallEvent> events) {
        if (attempt.answeredAt() != null) {
            return attempt.answeredAt();
        }
        for (CallEvent event : events) {
            if (event.type() == EventType.ANSWERED) {
                Instant time = event.header().providerTime();
                return time != null ? time : event.header().receivedAt();
            }
        }
        return null;
    }

    private static Optional<CallEvent.Terminal> firstEnd(List<CallEvent> events) {
        return events.stream()
                .filter(CallEvent.Terminal.class::isInstance)
                .map(CallEvent.Terminal.class::cast)
                .min(
                        Comparator.comparingLong(ExpectedCall::sequence)
                                .thenComparing(ExpectedCall::time)
                                .thenComparing(CallEvent::type));
    }

    private static long sequence(CallEvent event) {
        Integer number = event.header().sequenceNumber();
        return number != null ? number : Long.MAX_VALUE;
    }

    private static Instant time(CallEvent event) {
        Instant time = event.header().providerTime();
        return time != null ? time : Instant.MAX;
    }

    private static CallState ended(CallState state, CallEvent.Terminal end) {
        CallOutcome said = state.attempt().outcome();
        boolean decided = said == CallOutcome.COMPLETED || said == CallOutcome.REFUSED;
        CallOutcome outcome = decided ? said : outcome(end.type());
        boolean touches =
                outcome != null
                        && !decided
                        && state.attempt().number() == state.contact().latestAttempt()
                        && isOpen(state.contact().standing().state());
        Ending ending =
                new Ending(
                        end.type(),
                        end.header().occurredAt(),
                        end.header().sequenceNumber(),
                        end.header().providerTime(),
                        end.duration(),
                        end.error());
        CallAttempt attempt =
                state.attempt()
                        .at(CallStage.ENDED, end.header().providerStatus())
                        .ended(ending, outcome, touches ? state.contact().standing() : null);
        return new CallState(
                attempt,
                touches
                        ? state.contact()
                                .with(new ContactStanding(ContactState.NOT_REACHED, outcome))
                        : state.contact());
    }

    private static CallAttempt advanced(CallAttempt attempt, List<CallEvent> events) {
        CallEvent furthest =
                events.stream()
                        .filter(CallEvent.Progress.class::isInstance)
                        .max(Comparator.comparing(event -> event.type().stage()))
                        .orElse(null);
        return furthest == null || furthest.type().stage().compareTo(attempt.stage()) <= 0
                ? attempt
                : attempt.at(furthest.type().stage(), furthest.header().providerStatus());
    }

    private static @Nullable CallOutcome outcome(EventType end) {
        return switch (end) {
            case NO_ANSWER -> CallOutcome.NO_ANSWER;
            case BUSY -> CallOutcome.BUSY;
            case FAILED, CANCELED -> CallOutcome.FAILED;
            case COMPLETED, INITIATED, RINGING, ANSWERED, MACHINE_DETECTED -> null;
        };
    }

    private static boolean isOpen(ContactState state) {
        return switch (state) {
            case PENDING, IN_PROGRESS, NOT_REACHED -> true;
            case COMPLETED, REFUSED, EXCLUDED -> false;
        };
    }
}
