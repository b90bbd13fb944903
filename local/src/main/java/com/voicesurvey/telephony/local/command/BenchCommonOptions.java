package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.host.JvmOptions;
import com.voicesurvey.telephony.local.bench.host.Setup;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** What every benchmark can be told. */
final class BenchCommonOptions {
    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each is measured, in turn. Default: 3 to 5")
    private @Nullable Integer rounds;

    @Option(
            names = "--ingest-jvm",
            paramLabel = "OPTIONS",
            description = "What ingest-api's JVM is started with. Default: ${DEFAULT-VALUE}")
    private String ingestJvm = JvmOptions.DEFAULT_INGEST;

    @Option(
            names = "--processor-jvm",
            paramLabel = "OPTIONS",
            description = "What event-processor's JVM is started with. Default: ${DEFAULT-VALUE}")
    private String processorJvm = JvmOptions.DEFAULT_PROCESSOR;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and logs go. Default: target/bench of the checkout")
    private @Nullable Path out;

    /** What they ask for, with a benchmark's own usual number of rounds. */
    Setup setup(int usualRounds) {
        return new Setup(
                rounds == null ? usualRounds : atLeastOne("--rounds", rounds),
                JvmOptions.of(ingestJvm, processorJvm),
                out);
    }

    static int notNegative(String option, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(option + " is negative: " + value);
        }
        return value;
    }

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " is " + value + ": give 1 or more");
        }
        return value;
    }
}
