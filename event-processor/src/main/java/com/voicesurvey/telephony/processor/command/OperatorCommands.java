package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;

import picocli.CommandLine;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The operators' commands by their names. */
public final class OperatorCommands {
    /** The commands' names. */
    public static final Set<String> NAMES =
            Set.of("replay", "audit", "lag", "dead-letters", "calls");

    private final Desk desk;

    public OperatorCommands(Desk desk) {
        this.desk = desk;
    }

    private Map<String, CommandLine> byName() {
        return Map.of(
                "replay", line(new ReplayCommand(desk)),
                "audit", line(new AuditCommand(desk)),
                "lag", line(new LagCommand(desk)),
                "dead-letters",
                        line(new DeadLettersCommand())
                                .addSubcommand(new LetterListCommand(desk))
                                .addSubcommand(new LetterShowCommand(desk))
                                .addSubcommand(new LetterRedriveCommand(desk))
                                .addSubcommand(new LetterDiscardCommand(desk)),
                "calls",
                        line(new CallsCommand())
                                .addSubcommand(new CallShowCommand(desk))
                                .addSubcommand(new StuckCallsCommand(desk)));
    }

    /**
     * Runs the command that the first argument names.
     *
     * @return the exit code
     * @throws IllegalArgumentException if there is none
     */
    public int run(String... args) {
        CommandLine line = args.length == 0 ? null : byName().get(args[0]);
        if (line == null) {
            throw new IllegalArgumentException("no command");
        }
        line.setOut(writer(desk.out()));
        line.setErr(writer(desk.err()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
        return line.execute(Arrays.copyOfRange(args, 1, args.length));
    }

    private int failed(Exception failure) {
        desk.err()
                .println(
                        failure instanceof DatabaseUnavailableException
                                ? "The database: " + failure.getMessage()
                                : Reason.of(failure));
        return failure instanceof InvalidConfigException
                        || failure instanceof IllegalArgumentException
                ? ExitCode.USAGE
                : ExitCode.FAILED;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    private static CommandLine line(Object command) {
        return new CommandLine(command).setUsageHelpAutoWidth(true);
    }
}
