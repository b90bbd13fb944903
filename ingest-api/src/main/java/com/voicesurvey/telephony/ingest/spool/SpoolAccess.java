package com.voicesurvey.telephony.ingest.spool;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The file as the spool's thread sees it: opened again after a failure, with what is known of it in
 * between. Only the counts may be asked for by other threads.
 */
final class SpoolAccess {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolAccess.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final SpoolRecovery recovery;
    private @Nullable SpoolFile file;
    private long lastAttempt;
    private long deliveredUpTo;
    private final AtomicLong records = new AtomicLong();
    private volatile Measures measures = new Measures(0, null, 0);
    private volatile @Nullable String problem;

    private record Measures(long bytes, @Nullable Instant oldest, long setAside) {}

    private SpoolAccess(SpoolRecovery recovery) {
        this.recovery = recovery;
    }

    static SpoolAccess open(SpoolRecovery recovery) {
        SpoolAccess access = new SpoolAccess(recovery);
        try {
            access.file();
        } catch (SQLException e) {
            throw recovery.unusable(e);
        }
        access.measure();
        return access;
    }

    /** Stored and not delivered. */
    long records() {
        return records.get();
    }

    SpoolLevel level(long waiting) {
        Measures now = measures;
        return new SpoolLevel(waiting, now.bytes, now.oldest, now.setAside, problem);
    }

    void insert(List<byte[]> contents, Instant now) throws SQLException {
        SpoolFile open = file();
        try {
            open.insert(contents, now);
            records.addAndGet(contents.size());
            problem = null;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<Spooled> read(int most) throws SQLException {
        SpoolFile open = file();
        try {
            SpoolFile.Page page = open.read(deliveredUpTo, most);
            for (long id : page.damaged()) {
                LOG.error("record {} of the spool is damaged: it is set aside, see set_aside", id);
                setAside(id, "its checksum is wrong");
            }
            return page.sound();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void delivered(long upToId, int count) throws SQLException {
        // known before it is written: a disk that is full must not make them be sent for ever
        deliveredUpTo = upToId;
        records.addAndGet(-count);
        SpoolFile open = file();
        try {
            open.deleteUpTo(upToId);
            problem = null;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void setAside(long id, String reason) throws SQLException {
        SpoolFile open = file();
        try {
            open.setAside(id, reason);
            records.decrementAndGet();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Looks at how full it is; what cannot be measured stays as it was. */
    void measure() {
        SpoolFile open = file;
        if (open == null) {
            return;
        }
        try {
            long oldest = open.oldestAbove(deliveredUpTo);
            measures =
                    new Measures(
                            open.usedBytes(),
                            oldest == 0 ? null : Instant.ofEpochMilli(oldest),
                            open.setAsideCount());
        } catch (SQLException e) {
            LOG.debug("the spool cannot be measured: {}", e.getMessage());
        }
    }

    void close() throws SQLException {
        SpoolFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    /** Opens it again after a failure, once a second at most. */
    private SpoolFile file() throws SQLException {
        SpoolFile open = file;
        if (open != null) {
            return open;
        }
        long now = System.nanoTime();
        if (problem != null && now - lastAttempt < BETWEEN_ATTEMPTS.toNanos()) {
            throw new SQLException("the spool cannot be used: " + problem);
        }
        lastAttempt = now;
        SpoolRecovery.Opened opened = recovery.open();
        if (opened.isNew()) {
            // it counts from one again; what is then read twice the consumers know
            deliveredUpTo = 0;
        }
        records.set(opened.file().countAbove(deliveredUpTo));
        file = opened.file();
        return opened.file();
    }

    private SQLException failed(SQLException e) {
        problem = e.getMessage();
        if (!SpoolRecovery.isFull(e)) {
            LOG.error("the spool failed and is opened anew: {}", e.getMessage());
            try {
                close();
            } catch (SQLException again) {
                e.addSuppressed(again);
            }
            if (SpoolRecovery.isDamage(e)) {
                lastAttempt -= BETWEEN_ATTEMPTS.toNanos();
            }
        }
        return e;
    }
}
