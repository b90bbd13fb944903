package com.voicesurvey.telephony.testbed.proxy;

import java.util.concurrent.TimeUnit;

/** Lets pieces of a stream through as the link of the moment has it; for many threads at once. */
final class Gate {
    private Link link;
    private long changes;

    Gate(Link link) {
        this.link = link;
    }

    synchronized void set(Link changed) {
        link = changed;
        changes++;
        notifyAll();
    }

    /** Waits as long as the link makes a piece wait, and says whether it arrives at all. */
    synchronized boolean passes(int bytes) throws InterruptedException {
        while (true) {
            switch (link) {
                case Link.Open() -> {
                    return true;
                }
                case Link.Cut(), Link.Swallowing() -> {
                    return false;
                }
                case Link.Stalled() -> wait();
                case Link.Slow slow -> {
                    if (outlasts(slow.delay(bytes).toNanos())) {
                        return true;
                    }
                }
            }
        }
    }

    /** Waits that long; false if the link has changed by then. */
    private boolean outlasts(long nanos) throws InterruptedException {
        long before = changes;
        long deadline = System.nanoTime() + nanos;
        for (long left = nanos; left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            if (changes != before) {
                return false;
            }
        }
        return true;
    }
}
