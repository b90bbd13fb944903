package com.voicesurvey.telephony.processor.command;

import picocli.CommandLine.Command;

/** Looks at calls. */
@Command(
        name = "calls",
        description = {"What happened to a call, and which calls do not get on.%n"})
final class CallsCommand extends CommandGroup {}
