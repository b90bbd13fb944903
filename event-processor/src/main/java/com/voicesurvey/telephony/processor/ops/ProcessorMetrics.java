package com.voicesurvey.telephony.processor.ops;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.outbox.DialogueStartMessage;
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
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What the processor counts and times; no ids among the tags. Whatever can be counted is there from
 * the start with 0, so that its first increase is seen as one. docs/metrics.md describes each.
 */
public final class ProcessorMetrics {
    /** Up to where somebody would hang up finely, then as far as an outage may last. */
    private static final Duration[] DIALOGUE_START_BUCKETS =
            IntStream.of(
                            10, 25, 50, 75, 100, 150, 250, 500, 1_000, 2_000, 3_000, 5_000, 10_000,
                            30_000, 60_000, 300_000, 1_800_000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Clock clock;
    private final BacklogGauges backlog;
    private final AtomicBoolean ready = new AtomicBoolean();
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
                    .minimumExpectedValue(Duration.ofMillis(1))
                    .maximumExpectedValue(Duration.ofMinutes(10))
                    .register(registry);
    private final Timer dialogueStart =
            Timer.builder("telephony.dialogue.start")
                    .description(
                            "From the receipt of the callback that answered a call to Kafka's"
                                    + " acknowledgement of its dialogue start")
                    .serviceLevelObjectives(DIALOGUE_START_BUCKETS)
                    .register(registry);
    private final Function<EventType, Counter> applied =
            counters(
                    EventType.class,
                    type ->
                            Counter.builder("telephony.events.applied")
                                    .description("Events that reached their call attempt")
                                    .tag("event_type", type.wireName()));
    private final Function<DeadLetterReason, Counter> deadLetters =
            counters(
                    DeadLetterReason.class,
                    reason ->
                            Counter.builder("telephony.dead.letters")
                                    .description("Records set aside")
                                    .tag("reason", reason.wireName()));
    private final Counter alreadyDone =
            counter("telephony.records.already.done", "Records below the stored offset");
    private final Counter duplicates =
            counter("telephony.ledger.duplicates", "Events that the ledger held already");
    private final Counter parked =
            counter("telephony.events.parked", "Events that had to wait for their attempt");
    private final Counter dialogueStarts =
            counter("telephony.dialogue.starts", "Dialogues started");
    private final Counter overdueRequests =
            counter("telephony.overdue.requests", "Questions put about overdue calls");
    private final Counter failures =
            counter("telephony.batch.failures", "Batches that had to be tried again");
    private final MultiGauge lag =
            MultiGauge.builder("telephony.consumer.lag")
                    .description("Records between a held partition's end and where it was read to")
                    .register(registry);

    public ProcessorMetrics(Clock clock) {
        this.clock = clock;
        backlog = new BacklogGauges(registry, clock);
        Gauge.builder("telephony.ready", ready, now -> now.get() ? 1 : 0)
                .description("1 while /health/ready answers 200, looked at every five seconds")
                .register(registry);
        Gauge.builder("telephony.build.info", () -> 1)
                .description("The version that runs")
                .tag("version", version())
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new io.micrometer.core.instrument.binder.system.ProcessorMetrics().bindTo(registry);
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
            webhookToCommit.record(between(event.header().receivedAt(), now));
            applied.apply(event.type()).increment();
        }
        alreadyDone.increment(report.alreadyDone());
        duplicates.increment(report.duplicates());
        parked.increment(report.parked());
        dialogueStarts.increment(report.dialogueStarts());
        report.deadLetters().forEach(letter -> deadLetters.apply(letter.reason()).increment());
    }

    /** Kafka took a message at that time, and it has left the outbox. */
    public void sent(OutboxMessage message, Instant at) {
        Instant receipt = DialogueStartMessage.receivedAt(message);
        if (receipt != null) {
            dialogueStart.record(between(receipt, at));
        }
    }

    /** So many questions were put about overdue calls. */
    public void asked(int questions) {
        overdueRequests.increment(questions);
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
        backlog.counted(now);
    }

    public void ready(boolean isReady) {
        ready.set(isReady);
    }

    /** All metrics in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    /** Never negative, although the clock that stamped the receipt may be ahead of this one. */
    private static Duration between(Instant receipt, Instant then) {
        Duration time = Duration.between(receipt, then);
        return time.isNegative() ? Duration.ZERO : time;
    }

    /** The jar's; classes that are in none have no version. */
    private static String version() {
        return Objects.requireNonNullElse(
                ProcessorMetrics.class.getPackage().getImplementationVersion(), "unknown");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private <E extends Enum<E>> Function<E, Counter> counters(
            Class<E> of, Function<E, Counter.Builder> builder) {
        Map<E, Counter> counters = new EnumMap<>(of);
        for (E each : of.getEnumConstants()) {
            counters.put(each, builder.apply(each).register(registry));
        }
        return each -> Objects.requireNonNull(counters.get(each));
    }
}
