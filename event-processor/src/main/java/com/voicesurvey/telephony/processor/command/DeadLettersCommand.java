package com.voicesurvey.telephony.processor.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/** What is done with dead letters. */
@Command(
        name = "dead-letters",
        description = {"Records that could not be applied: look at them, redrive, discard.%n"})
final class DeadLettersCommand implements Callable<Integer> {
    @SuppressWarnings("unused") // picocli reads it
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(),
                "Say what to do: list, show, redrive or discard.");
    }
}
