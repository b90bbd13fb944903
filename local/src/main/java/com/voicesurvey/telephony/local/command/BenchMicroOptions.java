package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/** The microbenchmarks. */
@Command(
        name = "micro",
        description = "Verifier, parser, codec and state machine one by one, by JMH.%n")
final class BenchMicroOptions extends HelpOption implements Options {
    private static final int ROUNDS = 5;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each iteration takes. Default: ${DEFAULT-VALUE}")
    private int seconds = 2;

    @Override
    public Arguments arguments(Map<String, String> environment) {
        return new Arguments.Bench(
                new Benchmark.Micro(
                        common.setup(ROUNDS), BenchCommonOptions.atLeastOne("--seconds", seconds)));
    }
}
