package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.StopSignal;
import com.voicesurvey.telephony.testbed.host.ChildJvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Starts programs in JVMs of their own, each with a log beside the results. */
public record Children(BenchFolder folder, StopSignal stop) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    /** Quiet where a library would tell about itself; the log is for what goes wrong. */
    private static final String LOGGING =
            "-Dlogback.configurationFile=com/voicesurvey/telephony/local/bench/logback.xml";

    /** A service's jar, not started yet; with its AOT cache, unless it is to make one. */
    public ChildJvm service(
            String name, String service, List<String> jvm, Map<String, String> environment) {
        Path jar = folder.jar(service);
        List<String> arguments = new ArrayList<>(jvm);
        if (jvm.stream().noneMatch(option -> option.startsWith("-XX:AOT"))) {
            arguments.addAll(new AotCache(jar).use());
        }
        arguments.addAll(List.of("-jar", jar.toString()));
        return new ChildJvm(new ChildJvm.Program(arguments, environment, folder.emptyLog(name)));
    }

    /** A main class of this program's own, not started yet. */
    public ChildJvm program(
            String name, List<String> jvm, Class<?> main, Map<String, String> environment) {
        return new ChildJvm(
                new ChildJvm.Program(
                        command(jvm, main, List.of()), environment, folder.emptyLog(name)));
    }

    /**
     * Runs a main class of this program's own to its end.
     *
     * @return the last line that it has printed
     * @throws RunFailedException if it fails, takes longer than that, or this program is to stop
     */
    public String run(
            String name, List<String> jvm, Class<?> main, Duration atMost, String... arguments) {
        Path log = folder.emptyLog(name);
        return run(
                new ChildJvm.Program(command(jvm, main, List.of(arguments)), Map.of(), log),
                name,
                atMost);
    }

    /** Runs a service's jar with those arguments to its end. */
    public void runService(
            String name, String service, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of("-jar", folder.jar(service).toString()));
        command.addAll(List.of(arguments));
        var _ =
                run(
                        new ChildJvm.Program(command, environment, folder.emptyLog(name)),
                        name,
                        Duration.ofMinutes(2));
    }

    private String run(ChildJvm.Program program, String name, Duration atMost) {
        try (ChildJvm child = new ChildJvm(program)) {
            child.start();
            OptionalInt code = awaitEnd(child, name, atMost);
            List<String> printed = lines(program.log());
            if (code.orElseThrow() != 0) {
                throw new RunFailedException(
                        name + " failed, see " + program.log() + tail(printed));
            }
            return printed.isEmpty() ? "" : printed.getLast();
        }
    }

    private OptionalInt awaitEnd(ChildJvm child, String name, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            OptionalInt code = child.awaitEnd(BETWEEN_LOOKS);
            if (code.isPresent()) {
                return code;
            }
            stop.check();
            if (System.nanoTime() > deadline) {
                throw new RunFailedException(name + " does not end within " + atMost);
            }
        }
    }

    private static List<String> command(List<String> jvm, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(jvm);
        command.addAll(
                List.of(LOGGING, "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static List<String> lines(Path log) {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + log, e);
        }
    }

    private static String tail(List<String> lines) {
        int from = Math.max(0, lines.size() - 5);
        return ":\n" + String.join("\n", lines.subList(from, lines.size()));
    }
}
