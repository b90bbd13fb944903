package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallEvent.Answered;
import com.voicesurvey.telephony.domain.event.CallEvent.Completed;
import com.voicesurvey.telephony.domain.event.CallEvent.MachineDetected;
import com.voicesurvey.telephony.domain.event.CallEvent.Progress;
import com.voicesurvey.telephony.domain.event.CallEvent.Terminal;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventHeader;

import org.jspecify.annotations.Nullable;

/**
 * The rules by which events change a call: pure and total, with no clock, no I/O and no exception.
 *
 * <pre>
 *  PLANNED ──> INITIATED ──> RINGING ──> ANSWERED ──> ENDED
 *      └───────────┴────────────┴───────────┴───────────^
 *  forward only, any stage may be skipped; a late event fills in
 *  what it alone knows; among several ends the first one stands
 * </pre>
 *
 * <h2>Failure semantics</h2>
 *
 * From the same state, any order and any repetition of a leg's events gives the same attempt and
 * the same contact. Whether the dialogue starts does depend on order, on purpose: an answer that
 * arrives after the end starts nothing, nor does one that arrives after the dialogue's own outcome.
 * What the dialogue has decided is never overwritten.
 */
public final class CallStateMachine {
    private CallStateMachine() {}

    /** What the event does to the call. */
    public static Transition apply(CallState state, CallEvent event) {
        CallAttempt attempt = state.attempt();
        EventHeader header = event.header();
        String contradiction = contradiction(attempt, header);
        if (contradiction != null) {
            return new Transition.Contradiction(contradiction);
        }
        if (isOtherLeg(attempt, header)) {
            return new Transition.OtherLeg();
        }
        CallState onLeg = state.with(attempt.onLeg(header.providerCallId()));
        return switch (event) {
            case Answered answered -> answer(onLeg, answered);
            case Progress progress -> progress(onLeg, progress);
            case Terminal terminal -> end(onLeg, terminal);
            case MachineDetected _ -> new Transition.Noted();
        };
    }

    /**
     * Whether the contact decides or changes anything once the event is applied. A call that was
     * completed says nothing of its contact, unless it takes the place of an end that did.
     */
    public static boolean concernsContact(CallAttempt attempt, CallEvent event) {
        return event instanceof Terminal
                && (!(event instanceof Completed) || attempt.contactBefore() != null);
    }

    private static @Nullable String contradiction(CallAttempt attempt, EventHeader header) {
        if (!attempt.callId().equals(header.callId())) {
            return "call_id is " + header.callId() + ", the attempt's is " + attempt.callId();
        }
        if (!attempt.campaignId().equals(header.campaignId())) {
            return "campaign_id is "
                    + header.campaignId()
                    + ", the attempt's is "
                    + attempt.campaignId();
        }
        if (!attempt.contactId().equals(header.contactId())) {
            return "contact_id is "
                    + header.contactId()
                    + ", the attempt's is "
                    + attempt.contactId();
        }
        return null;
    }

    private static boolean isOtherLeg(CallAttempt attempt, EventHeader header) {
        return header.parentCallId() != null
                || (attempt.providerCallId() != null
                        && !attempt.providerCallId().equals(header.providerCallId()));
    }

    private static Transition progress(CallState state, Progress event) {
        CallStage reached = event.type().stage();
        if (!state.attempt().stage().isBefore(reached)) {
            return new Transition.Overtaken(state);
        }
        return new Transition.Advanced(
                state.with(state.attempt().at(reached, event.header().providerStatus())));
    }

    private static Transition answer(CallState state, Answered event) {
        CallAttempt attempt = state.attempt();
        CallState filled =
                attempt.answeredAt() == null
                        ? state.with(attempt.answered(event.header().occurredAt()))
                        : state;
        return switch (progress(filled, event)) {
            case Transition.Advanced advanced when !attempt.outcomeIsOwnedByDialogue() ->
                    new Transition.DialogueStarts(advanced.state(), event);
            case Transition other -> other;
        };
    }

    private static Transition end(CallState state, Terminal event) {
        CallAttempt attempt = state.attempt();
        Ending ending = Ending.of(event);
        if (attempt.ending() != null && !ending.precedes(attempt.ending())) {
            return new Transition.Overtaken(state);
        }
        CallOutcome outcome =
                attempt.outcomeIsOwnedByDialogue()
                        ? attempt.outcome()
                        : EndingRules.outcomeOf(event);
        ContactChange change = EndingRules.contactAfter(state, outcome);
        CallAttempt ended =
                attempt.at(CallStage.ENDED, event.header().providerStatus())
                        .ended(ending, outcome, change.before());
        return new Transition.Advanced(new CallState(ended, state.contact().with(change.after())));
    }
}
