package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.bench.endtoend.EndToEndSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

/** The benchmark of the whole pipeline's latency. */
@Command(
        name = "end-to-end",
        description =
                "Both services at fixed rates: from the callback to its committed row, and to the"
                        + " dialogue's start.%n")
final class BenchEndToEndOptions extends HelpOption implements Options {
    private static final int ROUNDS = 3;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--rates",
            paramLabel = "R",
            split = ",",
            description = "Callbacks a second, one run each. Default: 500,2000")
    private List<Integer> rates = List.of(500, 2_000);

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "How long each run counts. Default: ${DEFAULT-VALUE}")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "How long it goes on before that. Default: ${DEFAULT-VALUE}")
    private int warmUp = 120;

    @Override
    public Arguments arguments(Map<String, String> environment) {
        rates.forEach(rate -> BenchCommonOptions.atLeastOne("--rates", rate));
        return new Arguments.Bench(
                new Benchmark.EndToEnd(
                        common.setup(ROUNDS),
                        new EndToEndSettings(
                                rates,
                                BenchCommonOptions.atLeastOne("--seconds", seconds),
                                BenchCommonOptions.notNegative("--warm-up", warmUp))));
    }
}
