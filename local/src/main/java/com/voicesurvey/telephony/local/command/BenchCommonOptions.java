package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.bench.host.JvmOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

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

    int rounds(int usual) {
        return rounds == null ? usual : atLeastOne("--rounds", rounds);
    }

    JvmOptions jvm() {
        return JvmOptions.of(ingestJvm, processorJvm);
    }

    static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " is " + value + ": give 1 or more");
        }
        return value;
    }
}
