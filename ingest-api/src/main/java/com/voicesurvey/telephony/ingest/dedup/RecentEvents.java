package com.voicesurvey.telephony.ingest.dedup;

import com.voicesurvey.telephony.ingest.config.DuplicateMemory;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * The events that were kept last, in two arrays of numbers: an object for each of a hundred
 * thousand of them would be copied from generation to generation by the garbage collector, and
 * found again at each collection.
 *
 * <p>An event's group has room for {@link #ROOM} of them, and the one that was kept first makes way
 * for the next. There is room for twice as many as are to be remembered, so that of those only one
 * in a thousand has met a group that was full of later ones. Takes 32 bytes for each, all at once.
 */
final class RecentEvents {
    private static final int ROOM = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final LongSupplier nanoTime;
    private final long ttl;
    private final int groups;
    private final long[] tags;
    private final long[] keptAt;

    RecentEvents(DuplicateMemory memory, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.ttl = memory.ttl().toNanos();
        this.groups = memory.size() / (ROOM / 2) + 1;
        this.tags = new long[groups * ROOM];
        this.keptAt = new long[groups * ROOM];
        Arrays.fill(keptAt, nanoTime.getAsLong() - ttl);
    }

    boolean holds(Fingerprint event) {
        int from = start(event);
        lock.lock();
        try {
            long now = nanoTime.getAsLong();
            for (int i = from; i < from + ROOM; i++) {
                if (tags[i] == event.tag() && now - keptAt[i] < ttl) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    void add(Fingerprint event) {
        int from = start(event);
        lock.lock();
        try {
            int oldest = from;
            for (int i = from + 1; i < from + ROOM; i++) {
                if (keptAt[i] - keptAt[oldest] < 0) {
                    oldest = i;
                }
            }
            tags[oldest] = event.tag();
            keptAt[oldest] = nanoTime.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    private int start(Fingerprint event) {
        return Math.floorMod(event.group(), groups) * ROOM;
    }
}
