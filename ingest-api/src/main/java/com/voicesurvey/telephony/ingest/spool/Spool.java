package com.voicesurvey.telephony.ingest.spool;

import com.voicesurvey.telephony.ingest.config.SpoolSettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Records on this instance's own disk, in the order in which they came.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link Append.Stored} means that the record is synced to the disk; a record that was stored is
 * there after any death of the process or the machine, until {@link #delivered} has told that it is
 * not needed any more. After {@link Append.NotStored} it may be there or not. After a crash a
 * record may be read again although it was delivered: consumers know the event by its key.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SpoolThread thread;

    private Spool(SpoolThread thread) {
        this.thread = thread;
    }

    /**
     * Opens what is there, and mends it where that is needed.
     *
     * @throws SpoolUnusableException if the folder cannot be used, or another process uses it
     */
    public static Spool open(SpoolSettings settings, Clock clock) {
        Spool spool = new Spool(SpoolThread.start(new SpoolRecovery(settings), clock));
        long records = spool.level().records();
        if (records > 0) {
            LOG.info("{} records of an earlier run wait in the spool", records);
        }
        return spool;
    }

    /**
     * Stores the record. Never waits; what is returned is completed once the record is synced, or
     * after five seconds, and never with an exception.
     */
    public CompletableFuture<Append> append(byte[] record) {
        return thread.insert(record)
                .orTimeout(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(Spool::notStored);
    }

    /** Whether every record that was handed over is delivered; also counts those being stored. */
    public boolean isEmpty() {
        return thread.waiting() == 0;
    }

    /** Blocks until a record waits. */
    public void awaitRecord() throws InterruptedException {
        thread.awaitStored();
    }

    /** The first records that are not delivered; empty too where the disk fails. */
    public List<Spooled> oldest(int most) throws InterruptedException {
        try {
            return thread.read(most).get();
        } catch (ExecutionException e) {
            LOG.warn("the spool cannot be read now: {}", String.valueOf(e.getCause()));
            return List.of();
        }
    }

    /**
     * These were delivered: they are not read again, and their space is free. Returns once that is
     * so.
     */
    public void delivered(List<Spooled> records) throws InterruptedException {
        if (!records.isEmpty()) {
            await(thread.delete(records.getLast().id(), records.size()));
        }
    }

    /** This one can never be delivered: keeps it apart, for a person to look at. */
    public void setAside(Spooled record, String reason) throws InterruptedException {
        await(thread.setAside(record.id(), reason));
    }

    /** Never waits. */
    public SpoolLevel level() {
        return thread.level();
    }

    @Override
    public void close() {
        thread.close();
    }

    private static Append notStored(Throwable failure) {
        return new Append.NotStored(
                failure instanceof TimeoutException
                        ? "the disk did not answer within " + PATIENCE
                        : failure.toString());
    }

    private static void await(Future<?> done) throws InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            LOG.warn("the spool cannot be written now: {}", String.valueOf(e.getCause()));
        }
    }
}
