package com.voicesurvey.telephony.testbed.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A program that starts a server, tells that in a file, and waits to be killed. */
final class LaunchAndWait {
    private LaunchAndWait() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = args[1].isEmpty() ? null : Path.of(args[1]);
        var postgres =
                EmbeddedPostgresServer.launch(
                        new EmbeddedPostgresOptions(
                                0, directory, "owner", "secret", "calls", Map.of()));
        var postmaster = new Postmaster(postgres.dataDirectory().resolve("data"));
        Path told = Path.of(args[0]);
        Path whole = told.resolveSibling("whole");
        Files.writeString(
                whole, postmaster.process().orElseThrow().pid() + "\n" + postgres.dataDirectory());
        Files.move(whole, told);
        Thread.currentThread().join();
    }
}
