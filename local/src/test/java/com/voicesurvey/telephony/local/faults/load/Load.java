package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.local.faults.load.CallStream.StreamedCall;
import com.voicesurvey.telephony.testbed.simulation.PlannedCallback;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/** Calls that go on and on, each callback sent at its time, whatever became of the others. */
public final class Load implements AutoCloseable {
    private static final long AHEAD = TimeUnit.SECONDS.toNanos(1);
    private static final long LATE = TimeUnit.SECONDS.toNanos(1);
    private static final double ROAMING = 0.1;

    /** What is due beyond that is never sent: a load that piles up hides what it is to show. */
    private static final int MOST_IN_FLIGHT = 300;

    private final Traffic traffic;
    private final CallStream stream;
    private final Receivers receivers;
    private final Balancer balancer;
    private final Scheduler scheduler;
    private final Journal journal = new Journal();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MOST_IN_FLIGHT);
    private final long start = System.nanoTime() + AHEAD;
    private int planned;

    /** One callback's delivery. */
    @FunctionalInterface
    private interface Sending {
        void run() throws InterruptedException;
    }

    private Load(long seed, Traffic traffic, Receivers receivers, DataSource database) {
        this.traffic = traffic;
        this.stream = new CallStream(seed, traffic, Instant.now());
        this.receivers = receivers;
        this.balancer = receivers.balancer();
        this.scheduler = new Scheduler(database);
    }

    /** Begins, and goes on until it is stopped. */
    public static Load start(long seed, Traffic traffic, Receivers receivers, DataSource database) {
        Load load = new Load(seed, traffic, receivers, database);
        load.scheduler.start(load.stream.campaigns());
        var _ = load.clock.scheduleAtFixedRate(load::planAhead, 0, 100, TimeUnit.MILLISECONDS);
        return load;
    }

    /** What was sent so far. */
    public Journal journal() {
        return journal;
    }

    /**
     * Sends nothing more, waits for the answers of what is under way and for the attempts that are
     * not committed yet, and says which calls there were.
     */
    public List<String> stop() {
        close();
        return scheduler.finish();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clock.close();
        senders.close();
    }

    /** Plans the calls that start within the next second. */
    private void planAhead() {
        double seconds = (System.nanoTime() + AHEAD - start) / 1e9;
        while (planned < seconds * traffic.callsPerSecond()) {
            plan(stream.call(planned));
            planned++;
        }
    }

    private void plan(StreamedCall call) {
        long begin = start + call.plan().startAt().toNanos();
        boolean late = call.chance(traffic.late());
        scheduler.plan(call.plan(), late ? begin + LATE : begin - AHEAD);
        int home = call.random().nextInt(receivers.count());
        boolean retries = call.chance(0.5);
        for (PlannedCallback callback : call.callbacks()) {
            int receiver = call.chance(ROAMING) ? (home + 1) % receivers.count() : home;
            CallbackClient client = receivers.at(receiver, retries);
            long delay = begin + callback.at().toNanos() - System.nanoTime();
            Sending sending =
                    switch (traffic.way()) {
                        case DIRECT -> () -> send(client, receiver, callback.callback());
                        case BALANCED -> () -> balancer.send(callback.callback(), journal);
                    };
            var _ = clock.schedule(() -> offer(sending), delay, TimeUnit.NANOSECONDS);
        }
    }

    private void offer(Sending sending) {
        if (room.tryAcquire()) {
            senders.execute(() -> run(sending));
        }
    }

    private void send(CallbackClient client, int receiver, StatusCallback callback)
            throws InterruptedException {
        journal.sending(callback, receiver);
        journal.delivered(callback, receiver, client.send(callback));
    }

    private void run(Sending sending) {
        try {
            sending.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }
}
