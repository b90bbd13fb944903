package com.voicesurvey.telephony.processor.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/** A command that only its subcommands do something for. */
abstract class CommandGroup implements Callable<Integer> {
    @SuppressWarnings("unused") // picocli reads it
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(
                line, "Say what to do: " + String.join(", ", line.getSubcommands().keySet()) + ".");
    }
}
