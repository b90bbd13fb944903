package com.voicesurvey.telephony.testbed.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

class ChildJvmIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    @Test
    void a_frozen_program_does_nothing_and_goes_on_when_thawed() {
        Path beats = folder.resolve("beats");
        try (ChildJvm child = program(HeartbeatProgram.class, beats)) {
            child.start();
            await().atMost(PATIENCE).until(() -> size(beats) > 0);
            child.freeze();
            long frozenAt = size(beats);
            await().during(Duration.ofMillis(300)).until(() -> size(beats) <= frozenAt + 1);
            assertThat(child.isAlive()).isTrue();
            child.thaw();
            await().atMost(PATIENCE).until(() -> size(beats) > frozenAt + 1);
        }
    }

    @Test
    void a_killed_program_is_gone_and_can_be_started_again() {
        Path beats = folder.resolve("beats");
        try (ChildJvm child = program(HeartbeatProgram.class, beats)) {
            child.start();
            await().atMost(PATIENCE).until(() -> size(beats) > 0);
            child.kill();
            assertThat(child.isAlive()).isFalse();
            long atDeath = size(beats);
            child.start();
            await().atMost(PATIENCE).until(() -> size(beats) > atDeath);
        }
    }

    @Test
    void a_program_that_is_told_to_stop_ends_by_itself() {
        Path beats = folder.resolve("beats");
        try (ChildJvm child = program(HeartbeatProgram.class, beats)) {
            assertThat(child.terminate()).isEmpty();
            child.start();
            await().atMost(PATIENCE).until(() -> size(beats) > 0);
            // a JVM's own code after SIGTERM; it would be 137 after SIGKILL
            assertThat(child.terminate()).hasValue(143);
        }
    }

    @Test
    void a_program_dies_with_the_jvm_that_started_it() throws IOException {
        Path beats = folder.resolve("beats");
        try (ChildJvm parent = program(ParentProgram.class, beats)) {
            parent.start();
            await().atMost(PATIENCE).until(() -> size(beats) > 0);
            assertThat(runs(HeartbeatProgram.pid(folder))).isTrue();
            parent.kill();
            await().atMost(PATIENCE).until(() -> !runs(HeartbeatProgram.pid(folder)));
        }
    }

    /** False also for one that has ended and that nobody has noticed yet. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
    }

    private ChildJvm program(Class<?> main, Path argument) {
        return ParentProgram.child(main, argument, folder.resolve(main.getSimpleName() + ".log"));
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
