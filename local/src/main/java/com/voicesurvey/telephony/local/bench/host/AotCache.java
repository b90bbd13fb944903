package com.voicesurvey.telephony.local.bench.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM has learnt of a service in an earlier run (JEP 483, 515): its classes loaded and
 * linked, its methods profiled. It lies beside the service's jar, and is worth nothing for another
 * build of the jar, another JDK, or another garbage collector or layout of objects.
 *
 * @param jar the service's
 */
public record AotCache(Path jar) {

    /** The cache's own file. */
    public Path file() {
        String name = String.valueOf(jar.getFileName());
        return jar.resolveSibling(name.replaceFirst("\\.jar$", ".aot"));
    }

    /** What has a JVM use it; nothing where it is not there, or older than the jar. */
    public List<String> use() {
        return isCurrent() ? List.of("-XX:AOTCache=" + file()) : List.of();
    }

    /** What has a JVM make it, when that ends. */
    public List<String> make() {
        return List.of("-XX:AOTCacheOutput=" + file());
    }

    /** Whether it is there, and made of that jar. */
    public boolean isCurrent() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(jar))
                            >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file(), e);
        }
    }
}
