package com.voicesurvey.telephony.ingest.http;

import java.time.Duration;

/** A request's head that may come on a connection, as one thread sees it from time to time. */
final class AwaitedHead {
    private final long bytesBefore;
    private boolean begun;
    private long begunAt;

    /**
     * @param bytesBefore how many bytes have come on the connection before it
     */
    AwaitedHead(long bytesBefore) {
        this.bytesBefore = bytesBefore;
    }

    /**
     * Whether the head was first seen to have begun longer ago than allowed.
     *
     * @param bytes how many bytes have come on the connection by now
     * @param now the time in nanoseconds, of {@link System#nanoTime}
     */
    boolean isLate(long bytes, long now, Duration allowed) {
        if (bytes == bytesBefore) {
            return false;
        }
        if (!begun) {
            begun = true;
            begunAt = now;
        }
        return now - begunAt > allowed.toNanos();
    }
}
