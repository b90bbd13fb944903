package com.voicesurvey.telephony.testbed.host;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Where a server keeps its data.
 *
 * @param temporary whether the directory goes when its server is closed
 */
public record ServerDirectory(Path path, boolean temporary) {

    /** The given directory, created where it is missing, or, for null, a new temporary one. */
    public static ServerDirectory orTemporary(@Nullable Path given, String prefix) {
        try {
            return given == null
                    ? new ServerDirectory(Files.createTempDirectory(prefix), true)
                    : new ServerDirectory(
                            Files.createDirectories(given.toAbsolutePath().normalize()), false);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a directory for " + prefix, e);
        }
    }

    /** Deletes the directory and what is in it, if it is temporary. */
    public void deleteIfTemporary() {
        if (temporary) {
            delete(path);
        }
    }

    /** Deletes a file or a directory with what is in it; it may be missing. */
    public static void delete(Path root) {
        try {
            Files.walkFileTree(root, new Deletion());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + root, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
                throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
