package com.voicesurvey.telephony.local.command;

import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Shell;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintStream;

/** Reads the command line. */
public final class CommandReader {
    private final Shell shell;

    private CommandReader(Shell shell) {
        this.shell = shell;
    }

    /** Reads it; prints help and complaints itself. */
    public static Reading read(String[] args, Shell shell) {
        return new CommandReader(shell).read(args);
    }

    private Reading read(String[] args) {
        CommandLine root = new CommandLine(new RootOptions()).setUsageHelpAutoWidth(true);
        try {
            ParseResult command = last(root.parseArgs(args));
            CommandLine line = command.commandSpec().commandLine();
            if (command.isUsageHelpRequested()) {
                line.usage(shell.out(), ansi());
                return new Reading.Answered(ExitCode.OK);
            }
            if (command.commandSpec().userObject() instanceof Options options) {
                return understood(options, line);
            }
            line.usage(shell.err(), ansi());
            return new Reading.Answered(ExitCode.USAGE);
        } catch (ParameterException e) {
            return complained(String.valueOf(e.getMessage()), e.getCommandLine());
        }
    }

    private Reading understood(Options options, CommandLine line) {
        try {
            return new Reading.Understood(options.arguments(shell.environment()));
        } catch (IllegalArgumentException e) {
            return complained(String.valueOf(e.getMessage()), line);
        }
    }

    private Reading complained(String complaint, CommandLine line) {
        PrintStream err = shell.err();
        err.println(complaint);
        err.println("All options: " + line.getCommandSpec().qualifiedName() + " --help");
        return new Reading.Answered(ExitCode.USAGE);
    }

    private Ansi ansi() {
        return shell.isTerminal() ? Ansi.ON : Ansi.OFF;
    }

    private static ParseResult last(ParseResult result) {
        return result.hasSubcommand() ? last(result.subcommand()) : result;
    }
}
