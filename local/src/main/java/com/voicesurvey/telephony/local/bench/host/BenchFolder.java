package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.RunFailedException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that this program was built in: the services' jars, and {@code target/bench} for
 * what the benchmark leaves behind.
 *
 * @param checkout the folder with the modules
 */
public record BenchFolder(Path checkout) {

    /** Found by where this class was loaded from: {@code local/target} and a jar or a folder. */
    public static BenchFolder find() {
        try {
            Path code =
                    Path.of(
                            BenchFolder.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return new BenchFolder(code.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not loaded from a file", e);
        }
    }

    /**
     * A service's own jar.
     *
     * @throws RunFailedException if it was not built
     */
    public Path jar(String service) {
        Path jar = checkout.resolve(service).resolve("target").resolve(service + ".jar");
        if (!Files.exists(jar)) {
            throw new RunFailedException(
                    jar + " is not there: build it with ./mvnw -pl local -am package");
        }
        return jar;
    }

    /** Where results go. */
    public Path results() {
        return created(checkout.resolve("target").resolve("bench"));
    }

    /** The log of a program that was run, emptied. */
    public Path emptyLog(String program) {
        Path log = created(results().resolve("log")).resolve(program + ".log");
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + log, e);
        }
        return log;
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }
}
