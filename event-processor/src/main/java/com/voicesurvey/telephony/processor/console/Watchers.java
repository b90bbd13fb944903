package com.voicesurvey.telephony.processor.console;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The pages that are open. Each has a thread that writes to it, so that one whose reader is slow
 * holds up no other; it misses messages then, each of which says everything.
 */
public final class Watchers implements AutoCloseable {
    private static final int MOST = 100;
    private static final int CHECK_SECONDS = 2;

    private final Set<BlockingQueue<String>> queues = ConcurrentHashMap.newKeySet();
    private final Predicate<Context> admitted;
    private final Runnable arrival;
    private volatile boolean closed;

    /**
     * Watchers that are still admitted.
     *
     * @param arrival called when somebody opens a page
     */
    public Watchers(Predicate<Context> admitted, Runnable arrival) {
        this.admitted = admitted;
        this.arrival = arrival;
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    void send(String message) {
        for (BlockingQueue<String> queue : queues) {
            queue.clear();
            queue.offer(message);
        }
    }

    /** Writes to a page until it goes away, its session ends or everything does. */
    void serve(SseClient client) {
        if (queues.size() >= MOST) {
            client.sendEvent("full", "");
            client.close();
            return;
        }
        BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        queues.add(queue);
        try {
            arrival.run();
            while (!closed && !client.terminated() && admitted.test(client.ctx())) {
                String message = queue.poll(CHECK_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    client.sendComment("waiting");
                } else {
                    client.sendEvent("figures", message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            queues.remove(queue);
            client.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        // what they wait for
        send("{}");
    }
}
