package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.store.Backlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What the processor counts and times; no ids among the tags. */
public final class ProcessorMetrics {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Clock clock;
    private final AtomicReference<Backlog> backlog = new AtomicReference<>(Backlog.NONE);
    private final DistributionSummary batchSize =
            DistributionSummary.builder("telephony.batch.size")
                    .description("Records in a committed batch")
                    .publishPercentileHistogram()
                    .maximumExpectedValue(10_000.0)
                    .register(registry);
    private final Timer webhookToCommit =
            Timer.builder("telephony.webhook.to.commit")
                    .description("From the receipt of a callback to the commit of its event")
                    .publishPercentileHistogram()
                    .register(registry);
    private final Counter alreadyDone =
            counter("telephony.records.already.done", "Records below the stored offset");
    private final Counter duplicates =
            counter("telephony.ledger.duplicates", "Events that the ledger held already");
    private final Counter parked =
            counter("telephony.events.parked", "Events that had to wait for their attempt");
    private final Counter dialogueStarts =
            counter("telephony.dialogue.starts", "Dialogues started");
    private final Counter failures =
            counter("telephony.batch.failures", "Batches that had to be tried again");
    private final MultiGauge lag =
            MultiGauge.builder("telephony.consumer.lag")
                    .description("Records between a held partition's end and where it was read to")
                    .register(registry);

    public ProcessorMetrics(Clock clock) {
        this.clock = clock;
        gauge(
                "telephony.parked",
                "Events that wait for their attempt now",
                () -> backlog.get().parked());
        gauge(
                "telephony.outbox.unsent",
                "Messages in the outbox now",
                () -> backlog.get().unsent());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** A batch of that many records from the topic is committed. */
    public void batchSize(int records) {
        batchSize.record(records);
    }

    /** A transaction is committed, of the topic or of parked events. */
    public void committed(BatchReport report) {
        Instant now = clock.instant();
        for (CallEvent event : report.applied()) {
            webhookToCommit.record(sinceReceipt(event, now));
            Counter.builder("telephony.events.applied")
                    .description("Events that reached their call attempt")
                    .tag("event_type", event.type().wireName())
                    .register(registry)
                    .increment();
        }
        alreadyDone.increment(report.alreadyDone());
        duplicates.increment(report.duplicates());
        parked.increment(report.parked());
        dialogueStarts.increment(report.dialogueStarts());
        for (DeadLetterReason reason : report.deadLetters()) {
            Counter.builder("telephony.dead.letters")
                    .description("Records set aside")
                    .tag("reason", reason.wireName())
                    .register(registry)
                    .increment();
        }
    }

    /** Never negative, although the clock that stamped the receipt may be ahead of this one. */
    private static Duration sinceReceipt(CallEvent event, Instant now) {
        Duration time = Duration.between(event.header().receivedAt(), now);
        return time.isNegative() ? Duration.ZERO : time;
    }

    public void batchFailed() {
        failures.increment();
    }

    public void lag(Map<Integer, Long> byPartition) {
        lag.register(
                byPartition.entrySet().stream()
                        .map(
                                entry ->
                                        MultiGauge.Row.of(
                                                Tags.of("partition", entry.getKey().toString()),
                                                entry.getValue()))
                        .toList(),
                true);
    }

    public void backlog(Backlog now) {
        backlog.set(now);
    }

    /** All metrics in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
