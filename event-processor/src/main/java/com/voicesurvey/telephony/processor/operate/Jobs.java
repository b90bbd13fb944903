package com.voicesurvey.telephony.processor.operate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The long work of this process: one piece at a time, the last ones are remembered.
 *
 * <h2>Failure semantics</h2>
 *
 * Work that the process's end cuts off leaves whole transactions behind, and is forgotten.
 */
public final class Jobs implements AutoCloseable {
    private static final int REMEMBERED = 20;

    private final Workbench workbench;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private long lastId;
    private @Nullable Thread thread;

    public Jobs(Workbench workbench) {
        this.workbench = workbench;
    }

    /**
     * Begins it.
     *
     * @param options what was asked for, in words
     * @return null while another piece is under way
     */
    public synchronized @Nullable JobView start(JobRequest request, String options) {
        Job latest = jobs.peekFirst();
        if (latest != null && latest.isRunning()) {
            return null;
        }
        Job job = new Job(++lastId, request, options, workbench);
        jobs.addFirst(job);
        if (jobs.size() > REMEMBERED) {
            jobs.removeLast();
        }
        thread = Thread.ofPlatform().name("operator-job").daemon().start(job);
        return job.view();
    }

    /** The latest first. */
    public synchronized List<JobView> all() {
        return jobs.stream().map(Job::view).toList();
    }

    /** Has it end after the transaction in hand; false if there is no such job. */
    public synchronized boolean cancel(long id) {
        for (Job job : jobs) {
            if (job.id() == id) {
                job.cancel();
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void close() {
        jobs.forEach(Job::cancel);
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(Duration.ofSeconds(10))) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
