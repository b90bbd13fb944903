package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Settlement;

import picocli.CommandLine.Command;

/** Lays dead letters aside. */
@Command(
        name = "discard",
        description = {
            "Notes that dead letters are not needed. Their records stay on the topic, and `list"
                    + " --all` shows them.%n"
        })
final class LetterDiscardCommand extends LetterSettleCommand {
    LetterDiscardCommand(Desk desk) {
        super(desk, Settlement.DISCARDED);
    }
}
