package com.voicesurvey.telephony.ingest.publish;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A publisher in memory that can be told to fail and to wait. */
public final class FakePublisher implements EventPublisher {
    private final Queue<ParsedCallback.Event> events = new ConcurrentLinkedQueue<>();
    private final Queue<ParsedCallback.UnknownStatus> quarantined = new ConcurrentLinkedQueue<>();
    private volatile PublishResult result = new PublishResult.Durable();
    private volatile Keeping keeping = new Keeping.Direct();
    private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);
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

    /** What is published from now on has no fate until this is completed. */
    public CompletableFuture<Void> holdBack() {
        gate = new CompletableFuture<>();
        return gate;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public CompletableFuture<PublishResult> publish(ParsedCallback.Event event) {
        events.add(event);
        return settled();
    }

    @Override
    public CompletableFuture<PublishResult> quarantine(ParsedCallback.UnknownStatus report) {
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

    private CompletableFuture<PublishResult> settled() {
        return gate.thenApply(_ -> result);
    }
}
