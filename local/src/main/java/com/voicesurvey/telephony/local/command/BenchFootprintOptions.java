package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.bench.footprint.FootprintSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/** The benchmark of starts and memory. */
@Command(
        name = "footprint",
        description =
                "Time from start to ready, and resident memory idle and under load, of each"
                        + " service.%n")
final class BenchFootprintOptions extends HelpOption implements Options {
    private static final int ROUNDS = 5;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Callbacks a second of the load. Default: ${DEFAULT-VALUE}")
    private int rate = 2_000;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long the load lasts. Default: ${DEFAULT-VALUE}")
    private int seconds = 20;

    @Option(
            names = "--idle",
            paramLabel = "S",
            description = "How long the services are left alone before. Default: ${DEFAULT-VALUE}")
    private int idle = 5;

    @Override
    public Arguments arguments(Map<String, String> environment) {
        return new Arguments.Bench(
                new Benchmark.Footprint(
                        common.setup(ROUNDS),
                        new FootprintSettings(
                                BenchCommonOptions.atLeastOne("--rate", rate),
                                BenchCommonOptions.atLeastOne("--seconds", seconds),
                                BenchCommonOptions.atLeastOne("--idle", idle))));
    }
}
