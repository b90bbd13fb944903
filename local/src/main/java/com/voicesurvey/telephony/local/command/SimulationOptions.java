package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.local.simulate.SimulationSettings;
import com.voicesurvey.telephony.testbed.simulation.CallMix;
import com.voicesurvey.telephony.testbed.simulation.CallScenario;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;

/** How calls are simulated. */
final class SimulationOptions {
    private static final int MAX_SEED = 1_000_000_000;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Calls started a second. Default: ${DEFAULT-VALUE}")
    private double rate = 50;

    @Option(
            names = "--speed-up",
            paramLabel = "X",
            description =
                    "How many times faster than real calls; 1 is real time. Default: ${DEFAULT-VALUE}")
    private double speedUp = 20;

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            description = "Callbacks that are sent twice, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double duplicates = 0.05;

    @Option(
            names = "--reorder",
            paramLabel = "SHARE",
            description =
                    "Callbacks that arrive after their successor, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double reorder = 0.05;

    @Option(
            names = "--no-timestamp",
            paramLabel = "SHARE",
            description = "Calls without Twilio's Timestamp, 0 to 1. Default: ${DEFAULT-VALUE}")
    private double noTimestamp = 0.02;

    @Option(
            names = "--late",
            paramLabel = "SHARE",
            description =
                    "Calls whose attempt enters the database after their first events, 0 to 1."
                            + " Default: ${DEFAULT-VALUE}")
    private double late = 0.1;

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description =
                    "Callbacks that wait for their answer at once; more are held back, and count as"
                            + " slow. Default: ${DEFAULT-VALUE}")
    private int inFlight = 64;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed gives the same calls. Default: another one each time")
    private @Nullable Long seed;

    SimulationSettings settings(int calls, Map<String, String> environment) {
        long chosen = seed != null ? seed : new SecureRandom().nextInt(MAX_SEED);
        return new SimulationSettings(
                calls,
                rate,
                chosen,
                new CallMix(speedUp, duplicates, reorder, noTimestamp),
                late,
                inFlight,
                Objects.requireNonNullElse(
                        new Environment(environment).value("TWILIO_ACCOUNT_SID"),
                        CallScenario.ACCOUNT_SID));
    }
}
