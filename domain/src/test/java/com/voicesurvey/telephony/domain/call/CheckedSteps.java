package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.fail;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.CallStage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Events applied one by one, where every step is held against what no step may do. */
final class CheckedSteps {
    private final CallState initial;

    CheckedSteps(CallState initial) {
        this.initial = initial;
    }

    /** Applies the events in every order, whole and cut short anywhere, with repetitions. */
    void inEveryOrder(List<CallEvent> events) {
        walk(new Fold(initial, 0), new ArrayList<>(), new ArrayList<>(events));
    }

    /** Applies the events in just this order. */
    void inOrder(List<CallEvent> events) {
        Fold fold = new Fold(initial, 0);
        for (CallEvent event : events) {
            fold = step(fold, event);
        }
        equal("the end of " + types(events), ExpectedCall.after(initial, events), fold.state());
    }

    private void walk(Fold at, List<CallEvent> done, List<CallEvent> open) {
        equal("the state after " + types(done), ExpectedCall.after(initial, done), at.state());
        for (CallEvent event : done) {
            equal("a repeated " + event.type() + " after " + types(done), at, step(at, event));
        }
        for (int i = 0; i < open.size(); i++) {
            CallEvent event = open.remove(i);
            done.addLast(event);
            walk(step(at, event), done, open);
            done.removeLast();
            open.add(i, event);
        }
    }

    private Fold step(Fold before, CallEvent event) {
        Fold after = before.then(event);
        CallAttempt was = before.attempt();
        CallAttempt is = after.attempt();
        hold(!is.stage().isBefore(was.stage()), "the stage went back", event, before);
        hold(after.starts() <= 1, "the dialogue started twice", event, before);
        hold(
                after.starts() == before.starts() || was.stage() != CallStage.ENDED,
                "the dialogue of an ended call started",
                event,
                before);
        hold(
                after.starts() == before.starts() || !was.outcomeIsOwnedByDialogue(),
                "a dialogue that has decided started",
                event,
                before);
        hold(
                is.outcome() == initial.attempt().outcome()
                        || !initial.attempt().outcomeIsOwnedByDialogue(),
                "the dialogue's outcome changed",
                event,
                before);
        hold(
                after.contact().equals(initial.contact().standing())
                        || !initial.contact().standing().state().isSettled(),
                "a settled contact changed",
                event,
                before);
        hold(
                after.contact().equals(initial.contact().standing())
                        || was.number() == initial.contact().latestAttempt(),
                "an attempt that is not the latest changed the contact",
                event,
                before);
        hold(
                after.contact().equals(before.contact()) || event instanceof CallEvent.Terminal,
                "progress changed the contact",
                event,
                before);
        hold(
                CallStateMachine.concernsContact(was, event) || isTheSameForAll(before, event),
                "a contact that is not concerned was changed, or made a difference",
                event,
                before);
        return after;
    }

    /** Whether the event leaves any contact as it stands, and does the same to the attempt. */
    private static boolean isTheSameForAll(Fold before, CallEvent event) {
        CallAttempt expected = before.then(event).attempt();
        return Arrays.stream(ContactState.values())
                .map(state -> new ContactStanding(state, CallOutcome.BUSY))
                .flatMap(
                        standing ->
                                IntStream.rangeClosed(1, 3)
                                        .mapToObj(
                                                latest ->
                                                        new Contact(
                                                                before.state().contact().id(),
                                                                standing,
                                                                latest)))
                .allMatch(
                        contact -> {
                            CallState any = new CallState(before.attempt(), contact);
                            Fold after = new Fold(any, before.starts()).then(event);
                            return after.state().equals(new CallState(expected, contact));
                        });
    }

    private void hold(boolean held, String broken, CallEvent event, Fold before) {
        if (!held) {
            fail("%s%non %s%nin %s%nfrom %s", broken, event, before, initial);
        }
    }

    private void equal(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            fail("%s%nshould be %s%nand is    %s%nfrom %s", what, expected, actual, initial);
        }
    }

    private static List<String> types(List<CallEvent> events) {
        return events.stream().map(event -> event.type().wireName()).toList();
    }
}
