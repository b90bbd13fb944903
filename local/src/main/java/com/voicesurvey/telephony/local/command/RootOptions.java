package com.voicesurvey.telephony.local.command;

import picocli.CommandLine.Command;

/** The launcher itself. */
@Command(
        name = "voicesurvey",
        synopsisSubcommandLabel = "COMMAND",
        description = "Twilio call events into call state, exactly once.%n",
        subcommands = {
            LocalOptions.class,
            BackendsOptions.class,
            SimulateOptions.class,
            PlaceCallOptions.class,
            AotCacheOptions.class,
            BenchOptions.class
        },
        footer = {
            "  ingest-api       One service that takes callbacks, configured by the environment.",
            "  event-processor  One service that applies them, configured by the environment.",
            "",
            "Each one explains itself: voicesurvey COMMAND --help"
        })
final class RootOptions extends HelpOption {}
