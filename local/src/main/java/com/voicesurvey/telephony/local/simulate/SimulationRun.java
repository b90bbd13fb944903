package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.testbed.simulation.Simulation;
import com.voicesurvey.telephony.testbed.simulation.SimulationReport;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

import javax.sql.DataSource;

/**
 * One simulation against one receiver.
 *
 * @param database where the calls are prepared; null where somebody else has seen to that
 */
public record SimulationRun(
        CallbackUrl receiver,
        TwilioSigner signer,
        SimulationSettings settings,
        @Nullable DataSource database) {

    /** What was planned, and what came of it. */
    public record Outcome(SimulatedCalls calls, SimulationReport report) {}

    /** Sends everything, showing how far it is; less once the shell asks for a stop. */
    public Outcome run(Shell shell) {
        SimulatedCalls calls = SimulatedCalls.plan(settings, Instant.now());
        if (database == null) {
            return new Outcome(calls, send(calls, shell));
        }
        CallRows rows = new CallRows(database);
        calls.insertInto(rows);
        try (LateCommits late = LateCommits.start(rows, calls.late())) {
            shell.stop().then(late::stop);
            return new Outcome(calls, send(calls, shell));
        }
    }

    private SimulationReport send(SimulatedCalls calls, Shell shell) {
        long callbacks = calls.plans().stream().mapToLong(plan -> plan.callbacks().size()).sum();
        try (CallbackClient client = new CallbackClient(receiver, signer);
                ProgressDisplay display = ProgressDisplay.on(shell, callbacks);
                Simulation simulation =
                        new Simulation(client, calls.plans(), settings.maxInFlight(), display)) {
            shell.stop().then(simulation::close);
            return simulation.run();
        }
    }
}
