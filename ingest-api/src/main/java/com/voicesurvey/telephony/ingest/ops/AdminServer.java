package com.voicesurvey.telephony.ingest.ops;

import com.voicesurvey.telephony.ingest.config.Listeners;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.publish.Keeping;
import com.voicesurvey.telephony.ingest.server.SecurityHeaders;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The admin port: health, metrics and the public route's OpenAPI document. */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Keeping> keeping;
    private final IngestMetrics metrics;
    private final FirstContact firstContact = new FirstContact(System::nanoTime);
    private final BearerGuard guard;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicReference<Health> told = new AtomicReference<>(new Health.Up());
    private final Javalin javalin;
    private final int port;

    private AdminServer(Listeners listeners, Supplier<Keeping> keeping, IngestMetrics metrics) {
        this.keeping = keeping;
        this.metrics = metrics;
        this.guard = new BearerGuard(listeners.adminTokens(), Set.of(LIVE, READY));
        this.javalin =
                Javalin.create(this::configure).start(listeners.adminHost(), listeners.adminPort());
        this.port = javalin.port();
        metrics.watchReadiness(() -> !(readiness() instanceof Health.Down));
    }

    /**
     * Starts listening.
     *
     * @param keeping where an event would be kept now; asked for readiness
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static AdminServer start(
            Listeners listeners, Supplier<Keeping> keeping, IngestMetrics metrics) {
        return new AdminServer(listeners, keeping, metrics);
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
        settings.jetty.modifyHttpConfiguration(SecurityHeaders::onEveryAnswer);
        settings.jetty.modifyServer(server -> server.setErrorHandler(new AdminErrors()));
        settings.routes.before(guard);
        settings.routes.exception(HttpResponseException.class, AdminServer::notHere);
        settings.routes.get(LIVE, context -> answer(context, new Health.Up()));
        settings.routes.get(READY, context -> answer(context, told(readiness())));
        settings.routes.get(
                "/metrics", context -> context.contentType(METRICS_TYPE).result(metrics.scrape()));
        settings.routes.get(
                "/openapi.json",
                context -> context.contentType("application/json").result(OpenApiDocument.bytes()));
    }

    private Health readiness() {
        return stopping.get()
                ? new Health.Down("the service is stopping")
                : firstContact.judge(keeping.get());
    }

    /** Logs each change once, since an orchestrator that asks shows its answers to nobody. */
    private Health told(Health now) {
        if (now.getClass() != told.getAndSet(now).getClass()) {
            switch (now) {
                case Health.Up() -> LOG.info("ready again");
                case Health.Degraded(String reason) -> LOG.warn("degraded: {}", reason);
                case Health.Down(String reason) -> LOG.warn("not ready: {}", reason);
            }
        }
        return now;
    }

    private static void notHere(HttpResponseException e, Context context) {
        AdminProblem problem =
                new AdminProblem(
                        e.getStatus(),
                        "Not Found",
                        "There is /health/live, /health/ready, /metrics and /openapi.json");
        context.status(problem.status())
                .contentType(AdminProblem.MEDIA_TYPE)
                .result(problem.json());
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
