package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.Benchmark;
import com.voicesurvey.telephony.local.bench.growth.GrowthSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Map;

/** The benchmark of what piles up. */
@Command(
        name = "growth",
        description =
                "Events a second into databases with millions of ledger rows and calls there"
                        + " already.%n")
final class BenchGrowthOptions extends HelpOption implements Options {
    private static final int ROUNDS = 3;

    @Mixin private BenchCommonOptions common = new BenchCommonOptions();

    @Option(
            names = "--millions",
            paramLabel = "N",
            split = ",",
            description = "Millions of ledger rows, and of calls, a database each. Default: 0,1,10")
    private List<Integer> millions = List.of(0, 1, 10);

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

    @Override
    public Arguments arguments(Map<String, String> environment) {
        if (millions.stream().anyMatch(size -> size < 0)) {
            throw new IllegalArgumentException("--millions cannot be negative");
        }
        return new Arguments.Bench(
                new Benchmark.Growth(
                        common.setup(ROUNDS),
                        new GrowthSettings(
                                millions,
                                BenchCommonOptions.notNegative("--warm-up-events", warmUpEvents),
                                BenchCommonOptions.atLeastOne("--events", events))));
    }
}
