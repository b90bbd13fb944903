package com.voicesurvey.telephony.ingest.publish;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gives deliveries up that take too long. One timer looks after all of them, since a timer for each
 * request costs a tenth of the service's processor time.
 */
final class Patience implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final Duration budget;
    private final Duration silence;
    private final Queue<Delivery> waiting = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("kafka-patience").factory());
    private volatile long lastAcknowledgement = System.nanoTime();

    /**
     * @param budget how long a delivery may take in any case
     * @param silence how long it may take while Kafka acknowledges nothing at all
     */
    Patience(Duration budget, Duration silence) {
        this.budget = budget;
        this.silence = silence;
        var _ =
                timer.scheduleWithFixedDelay(
                        this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Kafka has just acknowledged something. */
    void acknowledged() {
        lastAcknowledgement = System.nanoTime();
    }

    void watch(Delivery delivery) {
        waiting.add(delivery);
    }

    /** How many are watched, the settled ones among them that it has not come by yet. */
    int watched() {
        return waiting.size();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Those in front are the oldest: where one may go on, so may all behind it. */
    private void look() {
        long now = System.nanoTime();
        Delivery oldest = waiting.peek();
        while (oldest != null && (oldest.isSettled() || isOver(oldest, now))) {
            waiting.remove();
            oldest.giveUp();
            oldest = waiting.peek();
        }
    }

    private boolean isOver(Delivery delivery, long now) {
        long underWay = now - delivery.start();
        long silent = Math.min(underWay, now - lastAcknowledgement);
        return underWay >= budget.toNanos() || silent >= silence.toNanos();
    }
}
