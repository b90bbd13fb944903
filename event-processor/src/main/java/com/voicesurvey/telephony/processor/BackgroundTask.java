package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.consume.Backoff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A step that is repeated on threads of its own: every so often, at once when woken, and later and
 * later while it fails.
 */
final class BackgroundTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Duration period;
    private final Step step;
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads;
    private Duration first = Duration.ZERO;
    private volatile boolean stopping;

    /** One piece of work. */
    @FunctionalInterface
    interface Step {
        /** Does one piece, and says whether there is more to do at once. */
        boolean run() throws InterruptedException;
    }

    /**
     * A task to be started.
     *
     * @param width how many pieces may be under way at once, from 1: whoever wakes it while one is,
     *     need not wait for that one's end
     */
    BackgroundTask(String name, int width, Duration period, Step step) {
        this.name = name;
        this.period = period;
        this.step = step;
        this.threads =
                IntStream.range(0, width)
                        .mapToObj(i -> Thread.ofPlatform().name(name).unstarted(this::run))
                        .toList();
    }

    /** Starts it; its first piece comes after that time, or when it is woken. */
    void start(Duration after) {
        first = after;
        threads.forEach(Thread::start);
    }

    /** Has the step run now, from any thread. */
    void wake() {
        // one piece each is enough: it takes all that is there
        if (wakeUps.availablePermits() < threads.size()) {
            wakeUps.release();
        }
    }

    /** Lets the pieces in hand finish, and ends. */
    @Override
    public void close() {
        stopping = true;
        wakeUps.release(threads.size());
        threads.forEach(this::awaitEnd);
    }

    private void awaitEnd(Thread thread) {
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
        Duration wait = first;
        try {
            while (!isToStopWithin(wait)) {
                try {
                    wait = step.run() ? Duration.ZERO : period;
                    backoff.reset();
                } catch (RuntimeException e) {
                    wait = backoff.next();
                    LOG.warn("{}: trying again in {} ms: {}", name, wait.toMillis(), Reason.of(e));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isToStopWithin(Duration wait) throws InterruptedException {
        var _ = wakeUps.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        return stopping;
    }
}
