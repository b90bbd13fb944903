package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent;

import java.util.List;

/**
 * A call after some events.
 *
 * @param starts how often its dialogue was started on the way
 */
record Fold(CallState state, int starts) {
    static Fold of(CallState initial, List<CallEvent> events) {
        Fold fold = new Fold(initial, 0);
        for (CallEvent event : events) {
            fold = fold.then(event);
        }
        return fold;
    }

    static Fold of(CallState initial, CallEvent... events) {
        return of(initial, List.of(events));
    }

    Fold then(CallEvent event) {
        return switch (CallStateMachine.apply(state, event)) {
            case Transition.Advanced(CallState next) -> new Fold(next, starts);
            case Transition.Overtaken(CallState next) -> new Fold(next, starts);
            case Transition.DialogueStarts(CallState next, CallEvent.Answered cause) ->
                    new Fold(next, starts + 1);
            case Transition.OtherLeg(), Transition.Noted() -> this;
            case Transition.Contradiction(String detail) -> this;
        };
    }

    CallAttempt attempt() {
        return state.attempt();
    }

    ContactStanding contact() {
        return state.contact().standing();
    }
}
