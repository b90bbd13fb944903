package com.voicesurvey.telephony.processor.migrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The migrations that this version brings, as Flyway would find them in its jar or its folder. */
final class MigrationFiles {
    static final String FOLDER = "db/migration";

    private static final String AFTER_EACH_RUN = "afterMigrate.sql";

    private MigrationFiles() {}

    /** Flyway's checksum of each versioned migration, by the name of its file. */
    static Map<String, Integer> checksums() {
        Map<String, Integer> checksums = new HashMap<>();
        for (String name : names()) {
            if (name.startsWith("V") && name.endsWith(".sql")) {
                checksums.put(name, checksum(text(name)));
            }
        }
        return checksums;
    }

    /** What Flyway runs at the end of every run, also of one that finds nothing to do. */
    static String afterEachRun() {
        return text(AFTER_EACH_RUN);
    }

    /** Of the lines without their ends (Flyway: ChecksumCalculator). */
    private static int checksum(String text) {
        CRC32 crc = new CRC32();
        text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        return (int) crc.getValue();
    }

    private static List<String> names() {
        URL folder = Objects.requireNonNull(loader().getResource(FOLDER), FOLDER);
        try {
            return folder.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar)
                    : inFolder(folder.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot list " + folder, e);
        }
    }

    private static List<String> inJar(JarURLConnection jar) throws IOException {
        String folder = FOLDER + "/";
        return jar.getJarFile().stream()
                .map(entry -> entry.getName())
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    private static List<String> inFolder(URI folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    static String text(String name) {
        String path = FOLDER + "/" + name;
        try (InputStream file = Objects.requireNonNull(loader().getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static ClassLoader loader() {
        return MigrationFiles.class.getClassLoader();
    }
}
