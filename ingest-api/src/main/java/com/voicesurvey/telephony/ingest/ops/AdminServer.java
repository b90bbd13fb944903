package com.voicesurvey.telephony.ingest.ops;

import com.voicesurvey.telephony.ingest.config.Listeners;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;

import java.util.concurrent.atomic.AtomicBoolean;

/** The admin port: health, metrics and the public route's OpenAPI document. */
public final class AdminServer implements AutoCloseable {
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final EventPublisher publisher;
    private final IngestMetrics metrics;
    private final FirstContact firstContact = new FirstContact(System::nanoTime);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Javalin javalin;
    private final int port;

    private AdminServer(Listeners listeners, EventPublisher publisher, IngestMetrics metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.javalin =
                Javalin.create(this::configure).start(listeners.adminHost(), listeners.adminPort());
        this.port = javalin.port();
    }

    /**
     * Starts listening.
     *
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static AdminServer start(
            Listeners listeners, EventPublisher publisher, IngestMetrics metrics) {
        return new AdminServer(listeners, publisher, metrics);
    }

    public int port() {
        return port;
    }

    /**
     * From now on the service says that it is not ready, so that no new requests are sent to it.
     */
    public void stopping() {
        stopping.set(true);
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig settings) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
        settings.concurrency.useVirtualThreads = true;
        settings.routes.get("/health/live", context -> answer(context, new Health.Up()));
        settings.routes.get("/health/ready", context -> answer(context, readiness()));
        settings.routes.get(
                "/metrics", context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
        settings.routes.get(
                "/openapi.json",
                context -> context.contentType("application/json").result(OpenApiDocument.bytes()));
    }

    private Health readiness() {
        return stopping.get()
                ? new Health.Down("the service is stopping")
                : firstContact.judge(publisher.keeping());
    }

    private static void answer(Context context, Health health) {
        context.contentType("application/json");
        switch (health) {
            case Health.Up() -> context.status(200).result("{\"status\":\"up\"}");
            case Health.Degraded(String reason) ->
                    context.status(200).result(Health.json("degraded", reason));
            case Health.Down(String reason) ->
                    context.status(503).result(Health.json("down", reason));
        }
    }
}
