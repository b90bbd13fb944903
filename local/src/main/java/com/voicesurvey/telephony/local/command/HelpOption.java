package com.voicesurvey.telephony.local.command;

import picocli.CommandLine.Option;

/** A command that explains itself. */
abstract class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this and exit.")
    private boolean helpAsked = false;

    boolean isHelpAsked() {
        return helpAsked;
    }
}
