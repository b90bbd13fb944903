package com.voicesurvey.telephony.ingest.spool;

import com.voicesurvey.telephony.ingest.spool.SpoolTask.Delete;
import com.voicesurvey.telephony.ingest.spool.SpoolTask.Insert;
import com.voicesurvey.telephony.ingest.spool.SpoolTask.Read;
import com.voicesurvey.telephony.ingest.spool.SpoolTask.SetAside;
import com.voicesurvey.telephony.ingest.spool.SpoolTask.Stop;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that works on the spool's file. What was asked for while it was busy becomes one
 * transaction, so that many requests share one sync of the disk.
 */
final class SpoolThread implements AutoCloseable {
    private static final int MOST_AT_ONCE = 1000;

    private final SpoolAccess access;
    private final Clock clock;
    private final BlockingQueue<SpoolTask> tasks = new LinkedBlockingQueue<>();
    private final AtomicLong beingStored = new AtomicLong();
    private final Semaphore stored = new Semaphore(0);
    private final Thread thread;
    private volatile boolean ended;

    private SpoolThread(SpoolAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("spool").unstarted(this::work);
    }

    /**
     * @throws SpoolUnusableException if the folder cannot be used
     */
    static SpoolThread start(SpoolRecovery recovery, Clock clock) {
        SpoolThread started = new SpoolThread(SpoolAccess.open(recovery), clock);
        started.thread.start();
        return started;
    }

    CompletableFuture<Append> insert(byte[] content) {
        beingStored.incrementAndGet();
        return ask(new Insert(content, new CompletableFuture<>())).done();
    }

    CompletableFuture<List<Spooled>> read(int most) {
        return ask(new Read(most, new CompletableFuture<>())).done();
    }

    CompletableFuture<Void> delete(long upToId, int count) {
        return ask(new Delete(upToId, count, new CompletableFuture<>())).done();
    }

    CompletableFuture<Void> setAside(long id, String reason) {
        return ask(new SetAside(id, reason, new CompletableFuture<>())).done();
    }

    long waiting() {
        return beingStored.get() + access.records();
    }

    /** Returns when there is a record to read. */
    void awaitStored() throws InterruptedException {
        while (access.records() == 0) {
            stored.acquire();
            stored.drainPermits();
        }
    }

    SpoolLevel level() {
        return access.level(waiting());
    }

    /** What is asked of it from then on fails. */
    @Override
    public void close() {
        if (ended) {
            return;
        }
        ask(new Stop(new CompletableFuture<>())).done().join();
    }

    private <T extends SpoolTask> T ask(T task) {
        tasks.add(task);
        if (ended) {
            refuse(task);
        }
        return task;
    }

    private void work() {
        List<SpoolTask> taken = new ArrayList<>();
        while (!ended) {
            takeInto(taken);
            store(taken);
            taken.forEach(this::perform);
            access.measure();
            taken.forEach(task -> settle(task, new IllegalStateException("not done")));
            taken.clear();
        }
        tasks.forEach(SpoolThread::refuse);
    }

    private static void refuse(SpoolTask late) {
        settle(late, new IllegalStateException("the spool is closed"));
    }

    private static void settle(SpoolTask task, Exception otherwise) {
        task.done().completeExceptionally(otherwise);
    }

    private void takeInto(List<SpoolTask> taken) {
        try {
            taken.add(tasks.take());
            tasks.drainTo(taken, MOST_AT_ONCE - 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Everything that is to be stored, in one transaction. */
    private void store(List<SpoolTask> taken) {
        List<Insert> inserts = new ArrayList<>();
        for (SpoolTask task : taken) {
            if (task instanceof Insert insert) {
                inserts.add(insert);
            }
        }
        if (inserts.isEmpty()) {
            return;
        }
        Append result = stored(inserts);
        beingStored.addAndGet(-inserts.size());
        inserts.forEach(insert -> insert.done().complete(result));
        stored.release();
    }

    private Append stored(List<Insert> inserts) {
        Instant now = clock.instant();
        try {
            access.insert(inserts.stream().map(Insert::content).toList(), now);
            return new Append.Stored();
        } catch (SQLException | SpoolUnusableException e) {
            return new Append.NotStored(String.valueOf(e.getMessage()));
        }
    }

    private void perform(SpoolTask task) {
        try {
            switch (task) {
                case Insert _ -> {
                    // stored already, with all others
                }
                case Read read -> read.done().complete(access.read(read.most()));
                case Delete delete -> {
                    access.delivered(delete.upToId(), delete.count());
                    delete.done().complete(null);
                }
                case SetAside aside -> {
                    access.setAside(aside.id(), aside.reason());
                    aside.done().complete(null);
                }
                case Stop stop -> {
                    access.close();
                    ended = true;
                    stop.done().complete(null);
                }
            }
        } catch (SQLException | SpoolUnusableException e) {
            settle(task, e);
        }
    }
}
