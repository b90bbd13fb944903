package com.voicesurvey.telephony.ingest.dedup;

import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.ingest.config.DuplicateMemory;
import com.voicesurvey.telephony.ingest.publish.PublishResult;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets one of several equal events through at a time, and none that was kept a moment ago.
 *
 * <h2>Failure semantics</h2>
 *
 * An event is remembered only once it is durable, never a failure. An equal event that arrives
 * while the first is under way waits for it and shares its fate: it is a duplicate if the first was
 * kept, and not kept if the first was not. It does not try again itself, since its provider's
 * patience is already half spent and the provider repeats what was answered 503. The memory is
 * bounded in size and time and lost at a restart: an event that it has forgotten is kept once more,
 * and the consumers' ledger knows it.
 */
public final class OnceGate {
    private final RecentEvents kept;
    private final ConcurrentMap<EventKey, CompletableFuture<PublishResult>> underWay =
            new ConcurrentHashMap<>();

    /**
     * @param nanoTime {@link System#nanoTime}
     */
    public OnceGate(DuplicateMemory memory, LongSupplier nanoTime) {
        this.kept = new RecentEvents(memory, nanoTime);
    }

    /**
     * Publishes the event unless an equal one is, or was. Waits for nothing; what is returned is
     * completed once the event's fate is known.
     */
    public CompletableFuture<Admission> admit(
            EventKey key, Supplier<CompletableFuture<PublishResult>> publish) {
        CompletableFuture<PublishResult> mine = new CompletableFuture<>();
        CompletableFuture<PublishResult> other = underWay.putIfAbsent(key, mine);
        return other != null ? other.thenApply(OnceGate::sharedFate) : first(key, mine, publish);
    }

    /**
     * Looks into the memory only now that no equal event is under way: whoever was before has
     * either put its success there or failed.
     */
    private CompletableFuture<Admission> first(
            EventKey key,
            CompletableFuture<PublishResult> mine,
            Supplier<CompletableFuture<PublishResult>> publish) {
        Fingerprint print = Fingerprint.of(key);
        if (kept.holds(print)) {
            release(key, mine, new PublishResult.Durable());
            return CompletableFuture.completedFuture(new Admission.AlreadyKept());
        }
        return published(publish)
                .whenComplete((result, fault) -> settle(key, print, mine, result, fault))
                .thenApply(OnceGate::ownFate);
    }

    private static CompletableFuture<PublishResult> published(
            Supplier<CompletableFuture<PublishResult>> publish) {
        try {
            return publish.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** In this order: who comes once nothing is under way any more has to find it in the memory. */
    private void settle(
            EventKey key,
            Fingerprint print,
            CompletableFuture<PublishResult> mine,
            @Nullable PublishResult result,
            @Nullable Throwable fault) {
        if (result instanceof PublishResult.Durable) {
            kept.add(print);
        }
        release(
                key,
                mine,
                result == null || fault != null
                        ? new PublishResult.Unavailable("publishing failed")
                        : result);
    }

    private void release(
            EventKey key, CompletableFuture<PublishResult> mine, PublishResult result) {
        underWay.remove(key, mine);
        mine.complete(result);
    }

    private static Admission ownFate(PublishResult result) {
        return switch (result) {
            case PublishResult.Durable() -> new Admission.Kept();
            case PublishResult.Unavailable(String detail) -> new Admission.NotKept(detail);
        };
    }

    private static Admission sharedFate(PublishResult result) {
        return switch (result) {
            case PublishResult.Durable() -> new Admission.AlreadyKept();
            case PublishResult.Unavailable(String detail) -> new Admission.NotKept(detail);
        };
    }
}
