package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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

    /**
     * Runs the command that the first argument names.
     *
     * @return the exit code
     * @throws IllegalArgumentException if there is none
     */
    public int run(String... args) {
        if (args.length == 0 || !NAMES.contains(args[0])) {
            throw new IllegalArgumentException("no command");
        }
        return root().execute(args);
    }

    /** What comes before each command's name, in its help. */
    @Command(name = "voicesurvey")
    private static final class Root {}

    private CommandLine root() {
        return new CommandLine(new Root())
                .addSubcommand(new ReplayCommand(desk))
                .addSubcommand(new AuditCommand(desk))
                .addSubcommand(new LagCommand(desk))
                .addSubcommand(
                        new CommandLine(new DeadLettersCommand())
                                .addSubcommand(new LetterListCommand(desk))
                                .addSubcommand(new LetterShowCommand(desk))
                                .addSubcommand(new LetterRedriveCommand(desk))
                                .addSubcommand(new LetterDiscardCommand(desk)))
                .addSubcommand(
                        new CommandLine(new CallsCommand())
                                .addSubcommand(new CallShowCommand(desk))
                                .addSubcommand(new StuckCallsCommand(desk)))
                .setUsageHelpAutoWidth(true)
                .setOut(writer(desk.out()))
                .setErr(writer(desk.err()))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
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
}
