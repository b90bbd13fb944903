package com.voicesurvey.telephony.local.command;

import picocli.CommandLine.Command;

/** The benchmarks. */
@Command(
        name = "bench",
        synopsisSubcommandLabel = "BENCHMARK",
        description =
                "Measures the services beside plain references, in turn, on this machine. Prints a"
                        + " table; JSON and pictures are under target/bench. Exits with 0 if what was"
                        + " written is right, whether or not the targets are reached.%n",
        subcommands = {
            BenchIngestOptions.class,
            BenchApplyOptions.class,
            BenchEndToEndOptions.class,
            BenchGrowthOptions.class,
            BenchFootprintOptions.class,
            BenchMicroOptions.class
        })
final class BenchOptions extends HelpOption {}
