package com.voicesurvey.telephony.local.verify;

import com.voicesurvey.telephony.testbed.simulation.CallPlan;
import com.voicesurvey.telephony.testbed.twilio.CallEvent;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was sent against what is held.
 *
 * @param calls how many were simulated
 * @param attempts how many of them the database has
 * @param acknowledged events that were answered 2xx, each once
 * @param held events in the ledger, each once
 * @param lost acknowledged events that are not in the ledger
 * @param appliedTwice events that are in the ledger more than once
 * @param unsent events in the ledger that nobody has sent
 * @param waiting events that still wait for their attempt
 * @param differences what is wrong with the calls' final states
 * @param dialogues null where the topics were not looked at
 */
public record Comparison(
        int calls,
        int attempts,
        int acknowledged,
        int held,
        int lost,
        int appliedTwice,
        int unsent,
        int waiting,
        List<Difference> differences,
        @Nullable DialogueCheck dialogues) {

    public Comparison {
        differences = List.copyOf(differences);
    }

    /** Compares. */
    public static Comparison of(
            List<CallPlan> plans,
            Set<CallEvent> acknowledged,
            Holdings holdings,
            @Nullable DialogueCheck dialogues) {
        Set<EventId> sent = acknowledged.stream().map(EventId::of).collect(Collectors.toSet());
        Set<EventId> planned =
                plans.stream()
                        .flatMap(plan -> plan.expected().events().stream())
                        .map(EventId::of)
                        .collect(Collectors.toSet());
        Set<EventId> held = new HashSet<>();
        Set<EventId> twice = new HashSet<>();
        for (HeldEvent event : holdings.events()) {
            if (!held.add(event.id())) {
                twice.add(event.id());
            }
        }
        return new Comparison(
                plans.size(),
                holdings.attempts().size(),
                sent.size(),
                held.size(),
                without(sent, held),
                twice.size(),
                without(held, planned),
                Math.toIntExact(holdings.events().stream().filter(HeldEvent::parked).count()),
                FinalStates.compare(plans, holdings.attempts()),
                dialogues);
    }

    /** How many calls do not stand as they ended. */
    public int differing() {
        return Math.toIntExact(differences.stream().map(Difference::callId).distinct().count());
    }

    /** Whether all is as it should be. */
    public boolean isRight() {
        return lost == 0
                && appliedTwice == 0
                && unsent == 0
                && waiting == 0
                && differences.isEmpty()
                && (dialogues == null || dialogues.isRight());
    }

    private static int without(Set<EventId> these, Set<EventId> others) {
        return Math.toIntExact(these.stream().filter(id -> !others.contains(id)).count());
    }
}
