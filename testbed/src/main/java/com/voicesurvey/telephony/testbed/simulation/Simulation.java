package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.simulation.Schedule.Due;
import com.voicesurvey.telephony.testbed.twilio.CallbackClient;
import com.voicesurvey.telephony.testbed.twilio.Delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what calls have planned, each callback at its time, whether or not earlier ones have been
 * answered: a slow receiver meets a growing queue, as it would in production.
 */
public final class Simulation implements AutoCloseable {
    private final CallbackClient client;
    private final List<Due> schedule;
    private final SimulationProgress.Listener listener;
    private final Semaphore room;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Tally tally = new Tally();

    /**
     * @param client stays open, for the caller to close
     * @param maxInFlight how many callbacks may wait for their answer at once, at least 1
     */
    public Simulation(
            CallbackClient client,
            List<CallPlan> plans,
            int maxInFlight,
            SimulationProgress.Listener listener) {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1");
        }
        this.client = client;
        this.schedule = Schedule.of(plans).callbacks();
        this.listener = listener;
        this.room = new Semaphore(maxInFlight);
    }

    /**
     * Sends everything and waits for the last answer. To be called once.
     *
     * <p>When the calling thread is interrupted, or the simulation closed, it breaks off what is
     * under way, and the report tells how far it came. An interruption stays visible to the caller.
     */
    public SimulationReport run() {
        long start = System.nanoTime();
        long sent = 0;
        try {
            for (Due due : schedule) {
                long time = start + due.at().toNanos();
                if (stoppedBefore(time)) {
                    break;
                }
                senders.execute(() -> send(due, time));
                sent++;
            }
            senders.shutdown();
            senders.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            close();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
        }
        return tally.report(schedule.size(), sent, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Stops a running simulation. */
    @Override
    public void close() {
        stop.countDown();
        senders.shutdownNow();
    }

    /** Waits until it is time and there is room, or until the simulation is stopped. */
    private boolean stoppedBefore(long time) throws InterruptedException {
        if (stop.await(time - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        // Close interrupts the senders, and each leaves its room on its way out.
        room.acquire();
        return stop.getCount() == 0;
    }

    private void send(Due due, long time) {
        try {
            Delivery delivery = client.send(due.callback());
            tally.add(due.callback().event(), delivery, Duration.ofNanos(System.nanoTime() - time));
            listener.progressed(tally.progress(schedule.size()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            room.release();
        }
    }
}
