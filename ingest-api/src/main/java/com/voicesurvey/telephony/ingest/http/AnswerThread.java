package com.voicesurvey.telephony.ingest.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes answers once Kafka or the disk has spoken, so that neither has to wait
 * for sockets, and answers that come together take one waking.
 */
final class AnswerThread implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerThread.class);

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private AnswerThread() {
        this.thread = Thread.ofPlatform().daemon().name("answers").unstarted(this::work);
    }

    static AnswerThread start() {
        AnswerThread answers = new AnswerThread();
        answers.thread.start();
        return answers;
    }

    /** Has this thread do the task, which must not wait for anything; never waits itself. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /**
     * An executor of which this thread keeps what it asks for itself, such as going on with the
     * connections that it has answered: Jetty would wake a thread of its pool for each.
     */
    Executor before(Executor others) {
        return task -> (thread.equals(Thread.currentThread()) ? this : others).execute(task);
    }

    /** Does what was asked for until then, and ends. */
    @Override
    public void close() {
        execute(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Runnable> taken = new ArrayList<>();
        try {
            while (!closed) {
                taken.add(tasks.take());
                tasks.drainTo(taken);
                taken.forEach(AnswerThread::run);
                taken.clear();
            }
        } catch (InterruptedException e) {
            LOG.error("nobody should interrupt this thread", e);
        }
    }

    // one exchange's fault must not end all others'
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("an answer could not be written", e);
        }
    }
}
