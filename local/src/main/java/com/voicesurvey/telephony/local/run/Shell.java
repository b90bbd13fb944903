package com.voicesurvey.telephony.local.run;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command gets from whoever runs it.
 *
 * @param environment the variables
 * @param out where results go
 * @param err where complaints go
 * @param stop ends the command in good order
 * @param ownsProcess whether the process is the command's own, so that it may set up logging
 */
public record Shell(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        StopSignal stop,
        boolean ownsProcess) {

    public Shell {
        environment = Map.copyOf(environment);
    }

    /** Whether a person watches, so that a line may be drawn again and again. */
    @SuppressWarnings("SystemConsoleNull") // it still is null where nobody watches
    public boolean isTerminal() {
        Console console = System.console();
        return ownsProcess && console != null && console.isTerminal();
    }
}
