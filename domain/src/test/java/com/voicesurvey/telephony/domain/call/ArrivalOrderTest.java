package com.voicesurvey.telephony.domain.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;

/**
 * Whatever is reported of a call, in whatever order and however often: the same attempt and the
 * same contact come out, and no step on the way does what no step may do.
 */
class ArrivalOrderTest {
    @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
    void every_order_of_a_few_events_comes_to_the_same(
            @ForAll("smallScenarios") Scenario scenario) {
        new CheckedSteps(scenario.initial()).inEveryOrder(scenario.events());
    }

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void any_two_orders_with_repetitions_come_to_the_same(
            @ForAll("scenarios") Scenario scenario, @ForAll Random random) {
        List<CallEvent> one = repeatedAndShuffled(scenario.events(), random);
        List<CallEvent> other = repeatedAndShuffled(scenario.events(), random);

        assertThat(Fold.of(scenario.initial(), one).state())
                .isEqualTo(Fold.of(scenario.initial(), other).state());
        new CheckedSteps(scenario.initial()).inOrder(one);
    }

    /** The ledger lets the first event of a key through; after it, what repeats is equal. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void behind_the_ledger_repetitions_might_as_well_never_come(
            @ForAll("scenarios") Scenario scenario, @ForAll Random random) {
        List<CallEvent> arriving = repeatedAndShuffled(scenario.events(), random);
        List<CallEvent> ledgered = new ArrayList<>(new LinkedHashSet<>(arriving));

        assertThat(Fold.of(scenario.initial(), arriving))
                .isEqualTo(Fold.of(scenario.initial(), ledgered));
    }

    @Provide
    Arbitrary<Scenario> smallScenarios() {
        return Scenarios.upTo(5);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return Scenarios.upTo(14);
    }

    private static List<CallEvent> repeatedAndShuffled(List<CallEvent> events, Random random) {
        List<CallEvent> arriving = new ArrayList<>(events);
        for (int i = 0; i < events.size(); i++) {
            arriving.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(arriving, random);
        return arriving;
    }
}
