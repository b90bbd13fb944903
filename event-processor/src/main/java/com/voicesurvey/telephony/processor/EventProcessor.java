package com.voicesurvey.telephony.processor;

import com.voicesurvey.telephony.domain.start.Meanwhile;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.apply.BatchTransaction;
import com.voicesurvey.telephony.processor.apply.ParallelApplication;
import com.voicesurvey.telephony.processor.apply.ParkedTransaction;
import com.voicesurvey.telephony.processor.apply.PoisonIsolation;
import com.voicesurvey.telephony.processor.config.DatabaseSettings;
import com.voicesurvey.telephony.processor.config.ProcessorConfig;
import com.voicesurvey.telephony.processor.console.Console;
import com.voicesurvey.telephony.processor.consume.CallEventConsumer;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.processor.consume.DatabaseOffsets;
import com.voicesurvey.telephony.processor.consume.TopicIdentity;
import com.voicesurvey.telephony.processor.migrate.Startup;
import com.voicesurvey.telephony.processor.migrate.TableSource;
import com.voicesurvey.telephony.processor.ops.Health;
import com.voicesurvey.telephony.processor.ops.OpsServer;
import com.voicesurvey.telephony.processor.ops.ProcessorMetrics;
import com.voicesurvey.telephony.processor.outbox.OutboxRelay;
import com.voicesurvey.telephony.processor.outbox.RelayProducer;
import com.voicesurvey.telephony.processor.overdue.OverdueCalls;
import com.voicesurvey.telephony.processor.park.ParkedEvents;
import com.voicesurvey.telephony.processor.store.Backlog;
import com.voicesurvey.telephony.processor.store.ConnectionPool;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.store.LedgerRetention;
import com.voicesurvey.telephony.processor.trace.BatchTracing;
import com.zaxxer.hikari.HikariDataSource;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * The service: reads call events and applies them.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link #start} waits for neither the database nor the broker: until both are there the service is
 * alive and not ready, and it goes on by itself when they come back. A bug, or tables that cannot
 * be brought up, end it: {@link #ended} then completes with the cause. {@link #close} finishes the
 * batch in hand; what is in the outbox by then is sent by whichever processor runs next.
 */
public final class EventProcessor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventProcessor.class);
    private static final Clock CLOCK = Clock.systemUTC();

    /** A second one sends what is committed while the first waits for Kafka and for the disk. */
    private static final int RELAYS = 2;

    /** At a start the consumer has the processor and the connections for itself that long. */
    private static final Duration AFTER_JOINING = Duration.ofMillis(300);

    private final Health health = new Health(CLOCK);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Owned owned = new Owned();
    private final Thread thread = Thread.ofPlatform().name("call-events").unstarted(this::run);
    private final Database database;
    private final Meanwhile<Boolean> tables;
    private final List<BackgroundTask> tasks;
    private final CallEventConsumer consumer;
    private final Meanwhile<RelayProducer> producer;
    private final Meanwhile<OpsServer> ops;

    private EventProcessor(
            ProcessorConfig config, ConsumerListener observer, OpenTelemetry telemetry) {
        HikariDataSource pool = owned.own(ConnectionPool.open(config.database()));
        database = Database.on(pool);
        LedgerRetention retention = new LedgerRetention(database, CLOCK, config.ledgerDays());
        tables =
                Meanwhile.make(
                        "tables", () -> areReady(pool, config.database(), retention), _ -> {});
        ProcessorMetrics metrics = new ProcessorMetrics(CLOCK);
        ConsoleWiring wiring = owned.own(new ConsoleWiring(config, database, CLOCK));
        Console console = wiring.console();
        ops =
                owned.own(
                        Meanwhile.make(
                                "ops",
                                () ->
                                        OpsServer.start(
                                                config.ops(), health, metrics, database, console),
                                OpsServer::close));
        KafkaConsumer<byte[], byte[]> callEvents = KafkaClients.consumer(config);
        producer =
                owned.own(
                        Meanwhile.make(
                                "producer",
                                () -> new RelayProducer(() -> KafkaClients.producer(config)),
                                RelayProducer::close));
        OutboxRelay relay = new OutboxRelay(database, producer::get, CLOCK, metrics::sent);
        BackgroundTask relaying =
                owned.own(
                        new BackgroundTask(
                                "outbox-relay", RELAYS, Duration.ofSeconds(1), relay::relay));
        AfterCommit afterCommit = new AfterCommit(metrics, health, relaying::wake);
        ParkedEvents parked =
                new ParkedEvents(
                        database,
                        new ParkedTransaction(database, CLOCK),
                        CLOCK,
                        config.parkedFor(),
                        afterCommit::followUp);
        OverdueCalls overdue =
                new OverdueCalls(
                        database,
                        config.overdue(),
                        CLOCK,
                        questions -> {
                            metrics.asked(questions);
                            relaying.wake();
                        });
        tasks =
                List.of(
                        relaying,
                        wiring.figures(),
                        task("parked-events", Duration.ofMillis(500), parked::applyArrived),
                        task("parked-too-long", Duration.ofSeconds(10), parked::giveUpOld),
                        task("overdue-calls", config.overdue().interval(), overdue::ask),
                        task("ledger-retention", Duration.ofHours(1), retention::apply),
                        task(
                                "backlog-count",
                                Duration.ofSeconds(5),
                                () -> {
                                    metrics.ready(health.isReady());
                                    metrics.backlog(database.transaction(Backlog::count));
                                }));
        consumer =
                new CallEventConsumer(
                        callEvents,
                        Topics.CALL_EVENTS,
                        new TopicIdentity(
                                KafkaClients.admin(config),
                                Topics.CALL_EVENTS,
                                Duration.ofSeconds(5)),
                        new DatabaseOffsets(database),
                        owned.own(parallel(config, telemetry))::apply,
                        afterCommit.andThen(observer));
    }

    /**
     * Starts and returns as soon as the operators' port answers.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka refuses its properties, or none of
     *     its brokers' names can be resolved
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static EventProcessor start(ProcessorConfig config) {
        return start(config, new ConsumerListener() {});
    }

    /** Starts with somebody who is told what the consumer does. */
    static EventProcessor start(ProcessorConfig config, ConsumerListener observer) {
        return start(config, observer, GlobalOpenTelemetry.get());
    }

    /** The same with a telemetry of one's own. */
    static EventProcessor start(
            ProcessorConfig config, ConsumerListener observer, OpenTelemetry telemetry) {
        EventProcessor processor = new EventProcessor(config, observer, telemetry);
        processor.thread.start();
        try {
            var _ = processor.producer.get();
            var _ = processor.ops.get();
        } catch (RuntimeException e) {
            processor.close();
            throw e;
        }
        return processor;
    }

    /** The operators' port. */
    public int opsPort() {
        return ops.get().port();
    }

    /** Completes when the service has ended, with the cause if it was not told to. */
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }

    @Override
    public void close() {
        stop.countDown();
        consumer.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        owned.close();
    }

    private ParallelApplication parallel(ProcessorConfig config, OpenTelemetry telemetry) {
        PoisonIsolation one = new PoisonIsolation(new BatchTransaction(database, CLOCK));
        return new ParallelApplication(
                BatchTracing.around(one::apply, telemetry), config.parallelism());
    }

    private void run() {
        try {
            work();
            ended.complete(null);
        } catch (RuntimeException | Error e) {
            LOG.error("The processor ends", e);
            ended.completeExceptionally(e);
        } finally {
            health.stopped();
        }
    }

    private void work() {
        if (tables.get()) {
            health.migrated(database::answers);
            tasks.forEach(task -> task.start(AFTER_JOINING));
        }
        consumer.run();
    }

    /** Waits until the tables are there, and says whether they are: false at a stop. */
    private boolean areReady(
            HikariDataSource pool, DatabaseSettings settings, LedgerRetention retention) {
        try {
            Startup.awaitTables(
                    pool,
                    settings.migrate() ? TableSource.MIGRATE : TableSource.AWAIT,
                    stop,
                    health::waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (stop.getCount() == 0) {
            return false;
        }
        makeLedgerDays(retention);
        return true;
    }

    /** Before the first event, which would otherwise go to the default partition for good. */
    private static void makeLedgerDays(LedgerRetention retention) {
        try {
            retention.apply();
        } catch (DatabaseUnavailableException e) {
            LOG.warn("The ledger's days are made later: {}", e.getMessage());
        }
    }

    private BackgroundTask task(String name, Duration period, BackgroundTask.Step step) {
        return owned.own(new BackgroundTask(name, 1, period, step));
    }

    private BackgroundTask task(String name, Duration period, Runnable step) {
        return task(
                name,
                period,
                () -> {
                    step.run();
                    return false;
                });
    }
}
