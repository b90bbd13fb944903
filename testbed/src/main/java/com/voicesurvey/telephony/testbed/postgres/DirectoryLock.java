package com.voicesurvey.telephony.testbed.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to work on a directory, for one at a time. The system takes it back when this JVM ends.
 */
record DirectoryLock(FileChannel file) implements AutoCloseable {

    static DirectoryLock on(Path directory) {
        FileChannel file = open(directory.resolve("owner.lock"));
        if (!locked(file)) {
            new DirectoryLock(file).close();
            throw new IllegalStateException(
                    directory + " is in use by another running program: end it, or choose another");
        }
        return new DirectoryLock(file);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + path, e);
        }
    }

    private static boolean locked(FileChannel file) {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
