package com.voicesurvey.telephony.ingest.metrics;

import com.voicesurvey.telephony.ingest.spool.SpoolLevel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The service's metrics. No label holds an id, so that their number stays fixed. docs/metrics.md
 * describes each.
 */
public final class IngestMetrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Map<Outcome, Timer> requests = new EnumMap<>(Outcome.class);
    private final Timer durable;
    private final Timer unavailable;
    private final Counter spooled =
            counter("ingest.spooled", "Events that went to the spool, since Kafka did not answer");
    private final Counter drained =
            counter("ingest.spool.drained", "Events that went from the spool to Kafka");
    private final Map<OverdueAnswer, Counter> overdueAnswers = new EnumMap<>(OverdueAnswer.class);
    private final Counter unverifiedRejected = unverifiedCounter("rejected");
    private final Counter unverifiedLetThrough = unverifiedCounter("let_through");

    public IngestMetrics() {
        for (Outcome outcome : Outcome.values()) {
            requests.put(
                    outcome,
                    timer("ingest.webhook", "Webhook requests, until the answer is written")
                            .tag("outcome", outcome.label())
                            .register(registry));
        }
        for (OverdueAnswer answer : OverdueAnswer.values()) {
            overdueAnswers.put(
                    answer,
                    Counter.builder("ingest.overdue.answers")
                            .description("What came of asking the provider about overdue calls")
                            .tag("result", answer.label())
                            .register(registry));
        }
        Gauge.builder("ingest.build.info", () -> 1)
                .description("The version that runs")
                .tag("version", version())
                .register(registry);
        Timer.Builder produce = timer("ingest.produce", "Kafka's acknowledgement of a record");
        durable = produce.tag("result", "durable").register(registry);
        unavailable = produce.tag("result", "unavailable").register(registry);
        garbage.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    public void answered(Outcome outcome, long nanos) {
        Timer timer = requests.get(outcome);
        if (timer != null) {
            timer.record(Duration.ofNanos(nanos));
        }
    }

    public void produced(boolean kept, long nanos) {
        (kept ? durable : unavailable).record(Duration.ofNanos(nanos));
    }

    public void overdueAnswer(OverdueAnswer answer) {
        Counter counter = overdueAnswers.get(answer);
        if (counter != null) {
            counter.increment();
        }
    }

    public void spooled() {
        spooled.increment();
    }

    public void drained(int events) {
        drained.increment(events);
    }

    /** Shows how full the spool is. */
    public void watchSpool(Supplier<SpoolLevel> spool, Clock clock) {
        gauge("ingest.spool.records", "Events that wait in the spool", () -> spool.get().records());
        gauge("ingest.spool.bytes", "Bytes of the spool in use", () -> spool.get().bytes());
        gauge(
                "ingest.spool.oldest.seconds",
                "How long the oldest event has waited in the spool",
                () -> age(spool.get().oldest(), clock));
        gauge(
                "ingest.spool.set.aside",
                "Events in the spool that Kafka refuses or that are damaged: look at them",
                () -> spool.get().setAside());
    }

    public void watchSpoolLimit(long bytes) {
        gauge("ingest.spool.limit.bytes", "Bytes that the spool may have in use", () -> bytes);
    }

    private static double age(@Nullable Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    /** Counts a request whose signature is missing or wrong, also where it is let through. */
    public void unverified(boolean letThrough) {
        (letThrough ? unverifiedLetThrough : unverifiedRejected).increment();
    }

    /** Shows whether the service can take callbacks; asked at every scrape. */
    public void watchReadiness(BooleanSupplier isReady) {
        gauge(
                "ingest.ready",
                "1 while /health/ready answers 200",
                () -> isReady.getAsBoolean() ? 1 : 0);
    }

    public void watchInFlight(IntSupplier inFlight) {
        gauge("ingest.in.flight", "Webhook requests being worked on", inFlight::getAsInt);
    }

    public void watchConnections(IntSupplier connections) {
        Gauge.builder("ingest.connections", connections, IntSupplier::getAsInt)
                .description("Connections that are open on the public port")
                .strongReference(true)
                .register(registry);
    }

    /** Everything in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    /** The jar's; classes that are in none have no version. */
    private static String version() {
        return Objects.requireNonNullElse(
                IngestMetrics.class.getPackage().getImplementationVersion(), "unknown");
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Counter unverifiedCounter(String handling) {
        return Counter.builder("ingest.signature.failures")
                .description("Requests whose signature is missing or wrong")
                .tag("handling", handling)
                .register(registry);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(15));
    }
}
