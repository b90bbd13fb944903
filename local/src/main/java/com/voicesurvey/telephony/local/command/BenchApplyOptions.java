package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.bench.apply.ApplySettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/** The benchmark of event-processor. */
@Command(
        name = "apply",
        description =
                "Events from a preloaded topic into a fresh database: ours, plain batches, one"
                        + " transaction an event, and COPY as the outer limit.%n")
final class BenchApplyOptions extends HelpOption implements Options {
    private static final int ROUNDS = 5;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "How many events are measured. Default: ${DEFAULT-VALUE}")
    private int events = 300_000;

    @Option(
            names = "--warm-up-events",
            paramLabel = "N",
            description = "How many events come before those. Default: ${DEFAULT-VALUE}")
    private int warmUpEvents = 300_000;

    @Option(
            names = "--slow-events",
            paramLabel = "N",
            description =
                    "How many of them the references with a transaction an event take. Default:"
                            + " ${DEFAULT-VALUE}")
    private int slowEvents = 30_000;

    @Override
    public Arguments arguments(Map<String, String> environment) {
        BenchCommonOptions.atLeastOne("--slow-events", slowEvents);
        return new Arguments.Bench(
                new Benchmark.Apply(
                        common.setup(ROUNDS),
                        new ApplySettings(
                                BenchCommonOptions.notNegative("--warm-up-events", warmUpEvents),
                                BenchCommonOptions.atLeastOne("--events", events),
                                slowEvents)));
    }
}
