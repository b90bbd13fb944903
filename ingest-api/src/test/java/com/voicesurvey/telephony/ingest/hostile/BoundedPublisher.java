package com.voicesurvey.telephony.ingest.hostile;

import com.voicesurvey.telephony.domain.provider.ParsedCallback;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.Keeping;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps so many events a second and no more, each after its turn; remembers none. */
final class BoundedPublisher implements EventPublisher {
    private final long nanosEach;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
    private long lastDone = System.nanoTime();

    BoundedPublisher(int perSecond) {
        nanosEach = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    @Override
    public CompletableFuture<PublishResult> publish(ParsedCallback.Event event) {
        return keep();
    }

    @Override
    public CompletableFuture<PublishResult> quarantine(ParsedCallback.UnknownStatus report) {
        return keep();
    }

    @Override
    public Keeping keeping() {
        return new Keeping.Direct();
    }

    @Override
    public void close() {
        turns.shutdownNow();
    }

    private synchronized CompletableFuture<PublishResult> keep() {
        long now = System.nanoTime();
        lastDone = Math.max(lastDone, now) + nanosEach;
        CompletableFuture<PublishResult> kept = new CompletableFuture<>();
        var _ =
                turns.schedule(
                        () -> kept.complete(new PublishResult.Durable()),
                        lastDone - now,
                        TimeUnit.NANOSECONDS);
        return kept;
    }
}
