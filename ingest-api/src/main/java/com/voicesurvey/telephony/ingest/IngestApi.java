package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.domain.start.Meanwhile;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.http.PublicServer;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.ops.AdminServer;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.OverdueConsumers;
import com.voicesurvey.telephony.ingest.reconcile.Reconciler;
import com.voicesurvey.telephony.ingest.trace.RequestTracing;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

import java.time.Clock;

/**
 * The service: takes the provider's callbacks and keeps them in Kafka.
 *
 * <h2>Failure semantics</h2>
 *
 * A callback is answered 2xx only once it is durable: on Kafka, or in the spool while Kafka does
 * not answer. {@link #start} does not wait for a broker. {@link #close} takes no more connections,
 * answers what comes on those that are open, and lets the producer finish, at most for the
 * configured shutdown time and then the produce budget.
 */
public final class IngestApi implements AutoCloseable {
    private final PublicServer publicServer;
    private final AdminServer adminServer;
    private final EventPublisher publisher;
    private final IngestMetrics metrics;
    private final Runnable endReconciling;

    private IngestApi(
            PublicServer publicServer,
            AdminServer adminServer,
            EventPublisher publisher,
            IngestMetrics metrics,
            Runnable endReconciling) {
        this.publicServer = publicServer;
        this.adminServer = adminServer;
        this.publisher = publisher;
        this.metrics = metrics;
        this.endReconciling = endReconciling;
    }

    /**
     * Starts and returns as soon as both ports answer.
     *
     * @throws com.voicesurvey.telephony.domain.settings.InvalidConfigException if Kafka refuses its
     *     properties
     * @throws com.voicesurvey.telephony.ingest.spool.SpoolUnusableException if the spool's folder
     *     cannot be used
     * @throws io.javalin.util.JavalinBindException if a port is taken
     */
    public static IngestApi start(IngestConfig config) {
        IngestMetrics metrics = new IngestMetrics();
        try {
            return start(
                    config,
                    Meanwhile.make(
                            "publisher",
                            () ->
                                    EventPublisher.start(
                                            config.kafka(),
                                            config.spool(),
                                            metrics,
                                            Clock.systemUTC()),
                            EventPublisher::close),
                    metrics,
                    GlobalOpenTelemetry.get());
        } catch (RuntimeException e) {
            metrics.close();
            throw e;
        }
    }

    /** Closes publisher and metrics with itself; the publisher also if it cannot start. */
    static IngestApi start(IngestConfig config, EventPublisher publisher, IngestMetrics metrics) {
        return start(config, publisher, metrics, GlobalOpenTelemetry.get());
    }

    /** The same with a telemetry of one's own. */
    static IngestApi start(
            IngestConfig config,
            EventPublisher publisher,
            IngestMetrics metrics,
            OpenTelemetry telemetry) {
        return start(
                config,
                Meanwhile.make("publisher", () -> publisher, EventPublisher::close),
                metrics,
                telemetry);
    }

    private static IngestApi start(
            IngestConfig config,
            Meanwhile<EventPublisher> toBePublisher,
            IngestMetrics metrics,
            OpenTelemetry telemetry) {
        try {
            AdminServer admin =
                    AdminServer.start(
                            config.listeners(), () -> toBePublisher.get().keeping(), metrics);
            try {
                EventPublisher publisher = toBePublisher.get();
                PublicServer server =
                        PublicServer.start(
                                config,
                                Intakes.of(config, publisher, metrics),
                                metrics,
                                RequestTracing.of(telemetry));
                return new IngestApi(
                        server, admin, publisher, metrics, reconciling(config, publisher, metrics));
            } catch (RuntimeException e) {
                admin.close();
                throw e;
            }
        } catch (RuntimeException e) {
            toBePublisher.close();
            throw e;
        }
    }

    /** Asks Twilio about overdue calls where it can; what ends that. */
    private static Runnable reconciling(
            IngestConfig config, EventPublisher publisher, IngestMetrics metrics) {
        if (!config.reconcile() || config.twilio().currentTokens().isEmpty()) {
            return () -> {};
        }
        return Reconciler.start(
                        new OverdueConsumers(config.kafka()),
                        Intakes.twilio(config),
                        publisher,
                        Clock.systemUTC(),
                        metrics::overdueAnswer)
                ::close;
    }

    /** The port that webhooks are taken on. */
    public int port() {
        return publicServer.port();
    }

    /** The port of health, metrics and the OpenAPI document. */
    public int adminPort() {
        return adminServer.port();
    }

    @Override
    public void close() {
        adminServer.stopping();
        publicServer.close();
        endReconciling.run();
        publisher.close();
        adminServer.close();
        metrics.close();
    }
}
