package com.voicesurvey.telephony.ingest.spool;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
import java.util.NavigableSet;
import java.util.TreeSet;

/** Copies what can be read of a damaged spool into a new one. */
final class SpoolSalvage {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSalvage.class);
    private static final int RECORDS_A_COMMIT = 1000;

    private SpoolSalvage() {}

    /**
     * Returns how many records were copied, in their order. Damage that cannot be read over leaves
     * out what lies behind it, from either side.
     *
     * @throws SQLException if the new spool cannot be written
     */
    static long copy(Path damaged, SpoolFile target) throws SQLException {
        long copied = 0;
        try (Connection source = opened(damaged)) {
            if (source == null) {
                return 0;
            }
            List<byte[]> readable = new ArrayList<>();
            for (long id : readableIds(source)) {
                byte[] content = content(source, id);
                if (content != null) {
                    readable.add(content);
                }
                if (readable.size() == RECORDS_A_COMMIT) {
                    copied += store(readable, target);
                }
            }
            return copied + store(readable, target);
        }
    }

    private static int store(List<byte[]> records, SpoolFile target) throws SQLException {
        int count = records.size();
        target.insert(records, Instant.now());
        records.clear();
        return count;
    }

    private static @Nullable Connection opened(Path damaged) {
        try {
            return DriverManager.getConnection("jdbc:sqlite:" + damaged);
        } catch (SQLException e) {
            LOG.warn("nothing of {} can be read: {}", damaged, e.getMessage());
            return null;
        }
    }

    private static NavigableSet<Long> readableIds(Connection source) {
        NavigableSet<Long> ids = new TreeSet<>();
        for (String direction : new String[] {"asc", "desc"}) {
            try (Statement statement = source.createStatement();
                    ResultSet rows =
                            statement.executeQuery(
                                    "select id from record order by id " + direction)) {
                while (rows.next() && ids.add(rows.getLong(1))) {
                    // until the damage, or what was seen from the other side
                }
            } catch (SQLException e) {
                LOG.warn("reading the damaged spool {} stopped: {}", direction, e.getMessage());
            }
        }
        return ids;
    }

    private static byte @Nullable [] content(Connection source, long id) {
        try (PreparedStatement select =
                source.prepareStatement("select crc, content from record where id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                byte[] content = row.next() ? row.getBytes(2) : null;
                return content != null && SpoolFile.checksum(content) == row.getLong(1)
                        ? content
                        : null;
            }
        } catch (SQLException e) {
            LOG.warn("record {} of the damaged spool cannot be read: {}", id, e.getMessage());
            return null;
        }
    }
}
