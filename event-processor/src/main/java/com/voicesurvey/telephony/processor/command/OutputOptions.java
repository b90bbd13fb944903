package com.voicesurvey.telephony.processor.command;

import picocli.CommandLine.Option;

/** What every command takes. */
final class OutputOptions {
    @Option(names = "--json", description = "Print JSON instead of text.")
    boolean json;

    @SuppressWarnings("unused") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this command.")
    private boolean help;
}
