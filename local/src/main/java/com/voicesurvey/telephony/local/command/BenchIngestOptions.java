package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.bench.ingest.IngestSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/** The benchmark of ingest-api. */
@Command(
        name = "ingest",
        description =
                "Signed callbacks: Javalin answering a constant, ours with everything on, and a plain"
                        + " reference.%n")
final class BenchIngestOptions extends HelpOption implements Options {
    private static final int ROUNDS = 5;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each is measured in a round. Default: ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description =
                    "How long each is loaded before, three times as long the first time. Default:"
                            + " ${DEFAULT-VALUE}")
    private int warmUp = 15;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Connections of the load. Default: ${DEFAULT-VALUE}")
    private int connections = 64;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Callbacks a second of the open loop. Default: ${DEFAULT-VALUE}")
    private int rate = 2_000;

    @Option(
            names = "--prepare",
            paramLabel = "R",
            description =
                    "Most callbacks a second that are signed beforehand. Default: ${DEFAULT-VALUE}")
    private int prepare = 50_000;

    @Option(
            names = "--reference-linger",
            paramLabel = "MS",
            description = "The plain reference's linger.ms. Default: Kafka's own")
    private int referenceLinger = -1;

    @Override
    public Arguments arguments(Map<String, String> environment) {
        return new Arguments.Bench(
                new Benchmark.Ingest(
                        common.setup(ROUNDS),
                        new IngestSettings(
                                BenchCommonOptions.atLeastOne("--seconds", seconds),
                                BenchCommonOptions.notNegative("--warm-up", warmUp),
                                BenchCommonOptions.atLeastOne("--connections", connections),
                                BenchCommonOptions.atLeastOne("--rate", rate),
                                BenchCommonOptions.atLeastOne("--prepare", prepare),
                                referenceLinger)));
    }
}
