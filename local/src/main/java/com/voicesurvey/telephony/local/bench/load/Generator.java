package com.voicesurvey.telephony.local.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/** Sends requests over its connections, all on one thread. */
final class Generator {
    private static final long DRAIN_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long LONGEST_WAIT_NANOS = 100_000;
    private static final long MILLIS_TO_SELECT = 50;

    private final LoadPlan plan;
    private final PreparedRequests requests;
    private final Journal journal;
    private final Selector selector;
    private final Pace pace;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int underWay;
    private int next;

    Generator(LoadPlan plan, PreparedRequests requests, Journal journal) throws IOException {
        this.plan = plan;
        this.requests = requests;
        this.journal = journal;
        this.selector = Selector.open();
        this.pace = Pace.of(plan);
        for (int i = 0; i < plan.connections(); i++) {
            idle.add(Connection.open(plan.port(), selector));
        }
    }

    /** Sends until the time is over, and waits for the answers that are due. */
    void run(long start) throws IOException {
        long end = start + plan.totalNanos();
        long now = System.nanoTime();
        while (now < end || (underWay > 0 && now < end + DRAIN_NANOS)) {
            long due = pace.due(next, start, now);
            while (due <= now && due < end && next < requests.size() && !idle.isEmpty()) {
                send(due);
                due = pace.due(next, start, now);
            }
            await(due);
            now = System.nanoTime();
        }
        selector.close();
    }

    private void send(long due) throws IOException {
        Connection connection = idle.removeFirst();
        journal.sent(next, due);
        underWay++;
        try {
            connection.send(next, requests);
        } catch (IOException e) {
            replace(connection);
        }
        next++;
    }

    /**
     * Takes the answers that are there. A selector waits whole milliseconds, which is too long
     * where requests are due at a time of their own.
     */
    private void await(long due) throws IOException {
        int ready = selector.selectNow();
        if (ready == 0 && pace instanceof Pace.Closed) {
            ready = selector.select(MILLIS_TO_SELECT);
        } else if (ready == 0) {
            long wait = idle.isEmpty() ? LONGEST_WAIT_NANOS : due - System.nanoTime();
            LockSupport.parkNanos(Math.clamp(wait, 1, LONGEST_WAIT_NANOS));
            ready = selector.selectNow();
        }
        if (ready > 0) {
            long now = System.nanoTime();
            for (SelectionKey key : selector.selectedKeys()) {
                receive((Connection) key.attachment(), now);
            }
            selector.selectedKeys().clear();
        }
    }

    private void receive(Connection connection, long now) throws IOException {
        int request = connection.request();
        try {
            int status = connection.receive();
            if (status != 0) {
                journal.answered(request, now, status);
                underWay--;
                idle.addLast(connection);
            }
        } catch (IOException e) {
            replace(connection);
        }
    }

    /** A broken connection's request counts as not answered. */
    private void replace(Connection broken) throws IOException {
        if (broken.request() >= 0) {
            underWay--;
        }
        idle.remove(broken);
        broken.close();
        idle.addLast(Connection.open(plan.port(), selector));
    }
}
