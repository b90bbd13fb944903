package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A publisher in memory that can be told to fail and to wait. */
public final class FakePublisher implements EventPublisher {
    private final Queue<ParsedCallback.Event> events = new ConcurrentLinkedQueue<>();
    private final Queue<ParsedCallback.UnknownStatus> quarantined = new ConcurrentLinkedQueue<>();
    private volatile PublishResult result = new PublishResult.Durable();
    private volatile Keeping keeping = new Keeping.Direct();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean closed;

    public List<ParsedCallback.Event> events() {
        return List.copyOf(events);
    }

    public List<ParsedCallback.UnknownStatus> quarantined() {
        return List.copyOf(quarantined);
    }

    public void answer(PublishResult next) {
        result = next;
    }

    public void keeping(Keeping next) {
        keeping = next;
    }

    /** Everything published waits until the latch that this returns is counted down. */
    public CountDownLatch holdBack() {
        gate = new CountDownLatch(1);
        return gate;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public PublishResult publish(ParsedCallback.Event event) {
        events.add(event);
        return settled();
    }

    @Override
    public PublishResult quarantine(ParsedCallback.UnknownStatus report) {
        quarantined.add(report);
        return settled();
    }

    @Override
    public Keeping keeping() {
        return keeping;
    }

    @Override
    public void close() {
        closed = true;
    }

    private PublishResult settled() {
        try {
            if (!gate.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PublishResult.Unavailable("interrupted");
        }
        return result;
    }
}
