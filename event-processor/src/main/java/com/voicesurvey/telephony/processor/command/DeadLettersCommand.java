package com.voicesurvey.telephony.processor.command;

import picocli.CommandLine.Command;

/** What is done with dead letters. */
@Command(
        name = "dead-letters",
        description = {"Records that could not be applied: look at them, redrive, discard.%n"})
final class DeadLettersCommand extends CommandGroup {}
