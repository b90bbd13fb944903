package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that this program was built in, for the services' jars, and where the benchmark
 * leaves what it finds.
 *
 * @param checkout the folder with the modules
 * @param out the folder for results, logs, and whatever a run needs on disk
 */
public record BenchFolder(Path checkout, Path out) {

    /** Found by where this class was loaded from: {@code local/target} and a jar or a folder. */
    public static BenchFolder find(@Nullable Path out) {
        try {
            Path code =
                    Path.of(
                            BenchFolder.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            Path checkout = code.resolve("../../..").normalize();
            return new BenchFolder(
                    checkout,
                    out != null ? out.toAbsolutePath() : checkout.resolve("target/bench"));
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
        return created(out);
    }

    /** A folder for what a program keeps, without what an earlier one kept. */
    public Path emptyFolder(String name) {
        ServerDirectory.delete(results().resolve(name));
        return created(results().resolve(name));
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
