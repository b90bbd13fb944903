package com.voicesurvey.telephony.local;

import com.voicesurvey.telephony.local.command.Arguments;
import com.voicesurvey.telephony.local.demo.DemoCampaign;
import com.voicesurvey.telephony.local.demo.FirstCall;
import com.voicesurvey.telephony.local.demo.Guide;
import com.voicesurvey.telephony.local.demo.StuckCall;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Pipeline;
import com.voicesurvey.telephony.local.run.ServiceEnvironment;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.local.simulate.SimulationRun;
import com.voicesurvey.telephony.local.simulate.SimulationSettings;
import com.voicesurvey.telephony.local.verify.Judge;
import com.voicesurvey.telephony.testbed.twilio.CallbackUrl;
import com.voicesurvey.telephony.testbed.twilio.TwilioSigner;

import java.io.PrintStream;

/** Runs the whole pipeline until it is told to stop, or until the simulation is over. */
record LocalRun(Arguments.Local arguments, Shell shell, String logFile) {

    int run() {
        PrintStream out = shell.out();
        try (Owned owned = new Owned()) {
            Steps steps = new Steps(out, shell.stop());
            Pipeline pipeline =
                    Pipeline.start(
                            owned,
                            steps,
                            arguments.plan(),
                            ServiceEnvironment.of(shell.environment()),
                            backends -> DemoCampaign.insert(backends.database().dataSource()));
            steps.run("a first call", () -> new FirstCall(pipeline).play(shell.stop()));
            steps.run("a stuck call", () -> new StuckCall(pipeline).report(shell.stop()));
            Guide guide = new Guide(pipeline, logFile, data());
            guide.printAddresses(out);
            int code = work(pipeline, guide);
            if (pipeline.hasFailed()) {
                shell.err()
                        .println("event-processor has ended for a fault; see the log: " + logFile);
                code = ExitCode.FAILED;
            }
            out.println("Stopping ...");
            return code;
        }
    }

    private int work(Pipeline pipeline, Guide guide) {
        SimulationSettings settings = arguments.simulation();
        int code = settings == null ? ExitCode.OK : simulate(pipeline, settings);
        if (settings == null || arguments.keepRunning()) {
            guide.printCommands(shell.out());
            shell.out().println("Running; Ctrl-C stops it.");
            shell.stop().await();
        }
        return code;
    }

    private int simulate(Pipeline pipeline, SimulationSettings settings) {
        var database = pipeline.backends().database().dataSource();
        SimulationRun run =
                new SimulationRun(
                        new CallbackUrl(pipeline.publicBase(), pipeline.webhookBase(), ""),
                        new TwilioSigner(pipeline.services().authToken()),
                        settings,
                        database);
        Judge judge = Judge.over(database, pipeline.backends().kafka().bootstrapServers());
        return new JudgedSimulation(run, judge).run(shell);
    }

    private String data() {
        return arguments.plan().data() == null
                ? "thrown away at the end; --data DIR keeps it"
                : "kept in " + arguments.plan().data();
    }
}
