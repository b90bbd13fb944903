package com.voicesurvey.telephony.ingest.spool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The spool's SQLite file and every statement on it. One thread's at a time.
 *
 * <p>{@code synchronous=FULL} syncs the write-ahead log at each commit (SQLite: PRAGMA
 * synchronous), and {@code locking_mode=EXCLUSIVE} keeps every other process out. SQLite has no
 * checksum over its pages, so each record carries one.
 */
final class SpoolFile implements AutoCloseable {
    private static final int PAGE = 16 * 1024;
    private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
    private static final int PAGES_BEFORE_CHECKPOINT = 256;

    private final Connection connection;

    private SpoolFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens or makes it; another process that has it open makes this fail. */
    static SpoolFile open(Path file, long maxBytes) throws SQLException {
        SqliteLibrary.preferUnpacked();
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            prepare(connection, maxBytes);
            return new SpoolFile(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, long maxBytes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // before the journal mode, which writes the file's first page
            statement.execute("pragma page_size = " + PAGE);
            statement.execute("pragma auto_vacuum = full");
            statement.execute("pragma busy_timeout = 0");
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma max_page_count = " + Math.max(maxBytes / PAGE, 1));
            statement.execute("pragma wal_autocheckpoint = " + PAGES_BEFORE_CHECKPOINT);
            // autoincrement: an id is never used again, also after the table was empty
            statement.execute(
                    "create table if not exists record (id integer primary key autoincrement,"
                            + " kept_at integer not null, crc integer not null,"
                            + " content blob not null)");
            statement.execute(
                    "create table if not exists set_aside (id integer primary key, kept_at integer"
                            + " not null, reason text not null, content blob not null)");
        }
    }

    /** Stores all of them or none; returns when they are synced. */
    void insert(List<byte[]> contents, Instant now) throws SQLException {
        inTransaction(
                () -> {
                    try (PreparedStatement insert =
                            connection.prepareStatement(
                                    "insert into record (kept_at, crc, content)"
                                            + " values (?, ?, ?)")) {
                        for (byte[] content : contents) {
                            insert.setLong(1, now.toEpochMilli());
                            insert.setLong(2, checksum(content));
                            insert.setBytes(3, content);
                            insert.executeUpdate();
                        }
                    }
                });
    }

    /** The first records above that id; those whose checksum is wrong are told apart. */
    Page read(long after, int most) throws SQLException {
        List<Spooled> sound = new ArrayList<>();
        List<Long> damaged = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet rows =
                        select.executeQuery(
                                "select id, crc, content from record where id > %d order by id limit %d"
                                        .formatted(after, most))) {
            long bytes = 0;
            while (bytes < BYTES_AT_ONCE && rows.next()) {
                byte[] content = rows.getBytes(3);
                bytes += content.length;
                if (checksum(content) == rows.getLong(2)) {
                    sound.add(new Spooled(rows.getLong(1), content));
                } else {
                    damaged.add(rows.getLong(1));
                }
            }
        }
        return new Page(sound, damaged);
    }

    record Page(List<Spooled> sound, List<Long> damaged) {}

    /** Gives the space back to the disk, all of it once nothing is left. */
    void deleteUpTo(long id) throws SQLException {
        execute("delete from record where id <= " + id);
        if (number("select not exists (select 1 from record)") == 1) {
            execute("pragma wal_checkpoint(truncate)");
        }
    }

    void setAside(long id, String reason) throws SQLException {
        inTransaction(
                () -> {
                    try (PreparedStatement copy =
                            connection.prepareStatement(
                                    "insert or replace into set_aside select id, kept_at, ?,"
                                            + " content from record where id = ?")) {
                        copy.setString(1, reason);
                        copy.setLong(2, id);
                        copy.executeUpdate();
                    }
                    execute("delete from record where id = " + id);
                });
    }

    long countAbove(long id) throws SQLException {
        return number("select count(*) from record where id > " + id);
    }

    long setAsideCount() throws SQLException {
        return number("select count(*) from set_aside");
    }

    /** When the first record above that id was stored, in milliseconds; 0 where there is none. */
    long oldestAbove(long id) throws SQLException {
        return number("select kept_at from record where id > " + id + " order by id limit 1");
    }

    long usedBytes() throws SQLException {
        return PAGE * number("pragma page_count");
    }

    /** The frames of the write-ahead log that belong to commits. */
    long committedFrames() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
            return row.next() ? row.getLong(2) : 0;
        }
    }

    /** Whether SQLite finds its own structure whole; reads the whole file. */
    boolean isSound() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma quick_check(1)")) {
            return row.next() && row.getString(1).equals("ok");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void inTransaction(Work work) throws SQLException {
        execute("begin immediate");
        try {
            work.run();
            execute("commit");
        } catch (SQLException e) {
            rollback(e);
            throw e;
        }
    }

    /** After some errors SQLite has rolled back by itself, and then this fails. */
    private void rollback(SQLException cause) {
        try {
            execute("rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return crc.getValue();
    }
}
