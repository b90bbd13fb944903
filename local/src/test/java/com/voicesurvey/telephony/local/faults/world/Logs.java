package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where what ran can be read afterwards: {@code target/faults}. */
final class Logs {
    private static final Path FOLDER = Path.of("target", "faults");

    private Logs() {}

    static Path file(String name) {
        return folder("log").resolve(name + ".log");
    }

    static Path emptyFolder(String name) {
        ServerDirectory.delete(folder(name));
        return folder(name);
    }

    static Path folder(String name) {
        try {
            return Files.createDirectories(FOLDER.resolve(name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + FOLDER, e);
        }
    }
}
