package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.consume.Backoff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A step that is repeated on a thread of its own: every so often, at once when woken, and later and
 * later while it fails.
 */
final class BackgroundTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Duration period;
    private final Step step;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    /** One piece of work. */
    @FunctionalInterface
    interface Step {
        /** Does one piece, and says whether there is more to do at once. */
        boolean run() throws InterruptedException;
    }

    BackgroundTask(String name, Duration period, Step step) {
        this.name = name;
        this.period = period;
        this.step = step;
        this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Has the step run now, from any thread. */
    void wake() {
        wakeUps.release();
    }

    /** Lets the piece in hand finish, and ends. */
    @Override
    public void close() {
        stopping = true;
        wake();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(Duration.ofSeconds(15))) {
                LOG.warn("{} does not end: interrupting it", name);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
        try {
            while (!stopping) {
                Duration wait = period;
                try {
                    wait = step.run() ? Duration.ZERO : period;
                    backoff.reset();
                } catch (RuntimeException e) {
                    wait = backoff.next();
                    LOG.warn("{}: trying again in {} ms: {}", name, wait.toMillis(), Reason.of(e));
                }
                if (wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
