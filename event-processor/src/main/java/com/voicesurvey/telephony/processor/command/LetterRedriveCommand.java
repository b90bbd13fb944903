package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Settlement;

import picocli.CommandLine.Command;

/** Puts dead letters on their topic again. */
@Command(
        name = "redrive",
        description = {
            "Puts dead letters on call-events again, behind what their calls have there, once what"
                    + " stood against them is mended. Each once, however often it is asked for.%n"
        })
final class LetterRedriveCommand extends LetterSettleCommand {
    LetterRedriveCommand(Desk desk) {
        super(desk, Settlement.REDRIVEN);
    }
}
