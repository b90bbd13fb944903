package com.voicesurvey.telephony.ingest.spool;

import com.voicesurvey.telephony.ingest.config.SpoolSettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Opens the spool's file as the last run left it.
 *
 * <h2>Failure semantics</h2>
 *
 * Every record that was synced is there again, whatever instant the process died at. What was being
 * written then was never acknowledged: it is said, copied aside and left out. A file that is
 * damaged is moved aside as it is, and what can still be read of it goes on in a new one; the log
 * says so as an error, since acknowledged records may be among what cannot be read.
 */
final class SpoolRecovery {
    static final String FILE = "spool.db";
    private static final Logger LOG = LoggerFactory.getLogger(SpoolRecovery.class);
    private static final List<String> PARTS = List.of("", "-wal", "-shm", "-journal");

    private final SpoolSettings settings;
    private final Path file;
    private final Path log;

    SpoolRecovery(SpoolSettings settings) {
        this.settings = settings;
        this.file = settings.directory().resolve(FILE);
        this.log = settings.directory().resolve(FILE + "-wal");
    }

    /**
     * Opens, and mends where that is needed.
     *
     * @throws SpoolUnusableException if the folder cannot be used, or another process uses it
     */
    Opened open() {
        try {
            makeDirectory();
            return opened();
        } catch (SQLException e) {
            if (code(e) == SQLiteErrorCode.SQLITE_BUSY.code) {
                throw new SpoolUnusableException(
                        "the spool %s belongs to another process: give each ingest-api a SPOOL_DIR of its own"
                                .formatted(settings.directory().toAbsolutePath()),
                        e);
            }
            throw unusable(e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * An open file.
     *
     * @param isNew whether it took the place of a damaged one
     */
    record Opened(SpoolFile file, boolean isNew) {}

    /** Whether the file is to blame, and not its disk. */
    static boolean isDamage(SQLException e) {
        int code = code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Whether the file has its largest size, or its disk has no room left. */
    static boolean isFull(SQLException e) {
        return code(e) == SQLiteErrorCode.SQLITE_FULL.code;
    }

    private Opened opened() throws SQLException, IOException {
        WalTail before = WalTail.of(log);
        Path copy = settings.directory().resolve("torn-log");
        if (before.frames() > 0) {
            Files.copy(log, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        SpoolFile opened;
        try {
            opened = SpoolFile.open(file, settings.maxBytes());
            if (opened.countAbove(0) > 0 && !opened.isSound()) {
                opened.close();
                return salvaged();
            }
        } catch (SQLException e) {
            if (isDamage(e)) {
                return salvaged();
            }
            throw e;
        }
        reportTail(before.frames() - opened.committedFrames(), copy);
        return new Opened(opened, false);
    }

    private static void reportTail(long torn, Path copy) throws IOException {
        if (torn > 0) {
            LOG.warn(
                    "the last run ended in mid-write: {} pages at the end of the spool's log belong to"
                            + " no write that was finished; they are left out and kept in {}",
                    torn,
                    copy);
        } else {
            Files.deleteIfExists(copy);
        }
    }

    private Opened salvaged() throws SQLException, IOException {
        Path damaged = moveAside();
        SpoolFile fresh = SpoolFile.open(file, settings.maxBytes());
        try {
            long records = SpoolSalvage.copy(damaged, fresh);
            LOG.error(
                    "the spool was damaged: {} records of it could be read and go on, the rest is in"
                            + " {}; acknowledged events may be among it",
                    records,
                    damaged);
            return new Opened(fresh, true);
        } catch (SQLException | RuntimeException e) {
            fresh.close();
            throw e;
        }
    }

    private Path moveAside() throws IOException {
        String name = "damaged-" + Instant.now().toEpochMilli() + ".db";
        for (String part : PARTS) {
            Path from = settings.directory().resolve(FILE + part);
            if (Files.exists(from)) {
                Files.move(from, settings.directory().resolve(name + part));
            }
        }
        return settings.directory().resolve(name);
    }

    /** Callbacks hold telephone numbers, so nobody else may look. */
    private void makeDirectory() throws IOException {
        Path directory = settings.directory();
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    SpoolUnusableException unusable(Exception e) {
        return new SpoolUnusableException(
                "the spool %s cannot be used (%s): let SPOOL_DIR name a folder that this process may write to"
                        .formatted(settings.directory().toAbsolutePath(), e.getMessage()),
                e);
    }

    /** SQLite's primary result code; the upper bits tell more. */
    private static int code(SQLException e) {
        return e instanceof SQLiteException lite ? lite.getResultCode().code & 0xff : 0;
    }
}
