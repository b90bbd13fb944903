package com.voicesurvey.telephony.testbed.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that adds a byte to a file every few milliseconds. */
final class HeartbeatProgram {
    private HeartbeatProgram() {}

    static long pid(Path folder) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("pid")));
    }

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.writeString(file.resolveSibling("pid"), Long.toString(ProcessHandle.current().pid()));
        while (true) {
            Files.write(file, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
