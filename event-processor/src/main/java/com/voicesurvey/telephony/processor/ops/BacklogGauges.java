package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.processor.store.Backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;

/**
 * What waits in the database, as it was last counted. Ages grow between two counts, so that they
 * also tell of a database that is away.
 */
final class BacklogGauges {
    private final AtomicReference<Backlog> counted = new AtomicReference<>(Backlog.NONE);
    private final Clock clock;

    BacklogGauges(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        gauge("telephony.parked", "Events that wait for their attempt now", Backlog::parked)
                .register(registry);
        gauge(
                        "telephony.parked.oldest.seconds",
                        "How long the oldest of them has waited",
                        backlog -> age(backlog.parkedSince()))
                .register(registry);
        gauge("telephony.outbox.unsent", "Messages in the outbox now", Backlog::unsent)
                .register(registry);
        gauge(
                        "telephony.outbox.oldest.seconds",
                        "How long the oldest message has been in the outbox",
                        backlog -> age(backlog.unsentSince()))
                .register(registry);
        overdue("asking", Backlog::askedAbout).register(registry);
        overdue("given_up", Backlog::givenUp).register(registry);
    }

    void counted(Backlog backlog) {
        counted.set(backlog);
    }

    private Gauge.Builder<AtomicReference<Backlog>> overdue(
            String state, ToDoubleFunction<Backlog> value) {
        return gauge("telephony.overdue.calls", "Calls without an end, long past their time", value)
                .tag("state", state);
    }

    private Gauge.Builder<AtomicReference<Backlog>> gauge(
            String name, String description, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, counted, now -> value.applyAsDouble(now.get()))
                .description(description);
    }

    /** Seconds, never negative, although the clock that stamped it may be ahead of this one. */
    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
