package com.voicesurvey.telephony.testbed.host;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that starts another one, and waits to be killed. */
final class ParentProgram {
    private ParentProgram() {}

    public static void main(String[] args) throws InterruptedException {
        Path beats = Path.of(args[0]);
        child(HeartbeatProgram.class, beats, beats.resolveSibling("child.log")).start();
        Thread.currentThread().join();
    }

    static ChildJvm child(Class<?> main, Path argument, Path log) {
        return new ChildJvm(
                new ChildJvm.Program(
                        List.of(
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                argument.toString()),
                        Map.of(),
                        log));
    }
}
