package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.simulate.SimulationRun;
import com.voicesurvey.telephony.local.simulate.TrafficReport;
import com.voicesurvey.telephony.local.verify.Comparison;
import com.voicesurvey.telephony.local.verify.ComparisonReport;
import com.voicesurvey.telephony.local.verify.Judge;

import org.jspecify.annotations.Nullable;

/**
 * A simulation and what is made of it.
 *
 * @param judge null where only the answers count
 */
record JudgedSimulation(SimulationRun simulation, @Nullable Judge judge) {

    /** Runs it, prints the results, and gives the exit code. */
    int run(Shell shell) {
        shell.out()
                .printf(
                        "Simulating %,d calls, %.0f a second, %.0f times as fast as real ones%n",
                        simulation.settings().calls(),
                        simulation.settings().rate(),
                        simulation.settings().mix().speedUp());
        SimulationRun.Outcome outcome = simulation.run(shell);
        TrafficReport traffic = new TrafficReport(outcome.report(), simulation.settings().seed());
        traffic.print(shell.out());
        boolean held = judge == null || held(outcome, judge, shell);
        return held && traffic.allAccepted() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static boolean held(SimulationRun.Outcome outcome, Judge judge, Shell shell) {
        Comparison comparison =
                judge.compare(
                        outcome.calls().plans(), outcome.report().acknowledged(), shell.stop());
        new ComparisonReport(comparison).print(shell.out());
        return comparison.isRight();
    }
}
