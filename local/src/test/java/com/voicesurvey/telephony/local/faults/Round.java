package com.voicesurvey.telephony.local.faults;

import com.voicesurvey.telephony.local.faults.load.Clocks;
import com.voicesurvey.telephony.local.faults.load.Load;
import com.voicesurvey.telephony.local.faults.load.Receivers;
import com.voicesurvey.telephony.local.faults.load.Traffic;
import com.voicesurvey.telephony.local.faults.load.Way;
import com.voicesurvey.telephony.local.faults.oracle.Evidence;
import com.voicesurvey.telephony.local.faults.oracle.Oracle;
import com.voicesurvey.telephony.local.faults.scenario.Pace;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;
import com.voicesurvey.telephony.local.faults.scenario.Stage;
import com.voicesurvey.telephony.local.faults.world.Observer;
import com.voicesurvey.telephony.local.faults.world.World;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Load, faults, healing, rest and judgement.
 *
 * @param scenarios played one after the other, the world healed after each
 * @param seed of the calls and of what the scenarios draw
 * @param callbacksPerSecond the load
 * @param atLeast how long the load runs, however soon the faults are over
 */
record Round(
        List<Scenarios> scenarios,
        long seed,
        double callbacksPerSecond,
        Duration atLeast,
        Pace pace) {

    Round {
        scenarios = List.copyOf(scenarios);
    }

    RoundResult run(World world, PrintStream out) {
        out.printf("%nround of seed %d%n", seed);
        Traffic traffic = Traffic.of(callbacksPerSecond).with(clocks()).by(way());
        long start = System.nanoTime();
        try (Observer observer = Observer.open(world);
                Receivers receivers = world.services().receivers();
                Load load =
                        Load.start(
                                seed,
                                traffic,
                                receivers,
                                world.postgres().database().dataSource())) {
            Stage stage = new Stage(world, load.journal(), pace, new SplittableRandom(seed), out);
            stage.pass(Duration.ofSeconds(1).plus(pace.calm()));
            for (Scenarios scenario : scenarios) {
                out.println("  " + scenario);
                play(scenario, stage);
            }
            stage.pass(atLeast.minusNanos(System.nanoTime() - start));
            stage.pass(pace.calm());
            List<String> calls = load.stop();
            Evidence evidence = observer.evidence(calls, load.journal());
            RoundResult result =
                    new RoundResult(
                            scenarios,
                            stage.faults(),
                            load.journal().dropped(),
                            evidence.repeatedStarts(),
                            Oracle.judge(evidence),
                            Duration.ofNanos(System.nanoTime() - start));
            out.println("    " + result);
            return result;
        }
    }

    /** Plays a scenario, and leaves the world whole whatever came of it. */
    private static void play(Scenarios scenario, Stage stage) {
        try {
            scenario.scenario().play(stage);
        } finally {
            stage.world().heal();
        }
    }

    /** Only where all want it: retries behind a proxy would hide what others are about. */
    private Way way() {
        boolean balanced = scenarios.stream().allMatch(one -> one.scenario().way() == Way.BALANCED);
        return balanced ? Way.BALANCED : Way.DIRECT;
    }

    private Clocks clocks() {
        return scenarios.stream()
                .map(scenario -> scenario.scenario().clocks())
                .filter(clocks -> clocks == Clocks.WRONG)
                .findAny()
                .orElse(Clocks.RIGHT);
    }
}
