package com.voicesurvey.telephony.processor.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Objects;
import java.util.concurrent.Callable;

/** Looks at calls. */
@Command(
        name = "calls",
        description = {"What happened to a call, and which calls do not get on.%n"})
final class CallsCommand implements Callable<Integer> {
    @SuppressWarnings("unused") // picocli reads it
    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Say what to do: show or stuck.");
    }
}
