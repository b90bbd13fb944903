package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.server.SecurityHeaders;
import com.voicesurvey.telephony.ingest.trace.RequestTracing;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The public port: a route for each provider.
 *
 * <h2>Failure semantics</h2>
 *
 * {@link #close} takes no further connection, answers what still arrives on open ones and closes
 * each with its answer, or once it is silent for a third of the configured time; at most for all of
 * that time.
 */
public final class PublicServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublicServer.class);

    private final Javalin javalin;
    private final AnswerThread answers;
    private final int port;

    private PublicServer(Javalin javalin, AnswerThread answers) {
        this.javalin = javalin;
        this.answers = answers;
        this.port = javalin.port();
    }

    /**
     * Starts listening.
     *
     * @param webhooks what takes the callbacks of each path
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static PublicServer start(
            IngestConfig config,
            Map<String, Webhook> webhooks,
            IngestMetrics metrics,
            RequestTracing tracing) {
        InFlight inFlight = new InFlight(config.limits().maxInFlight());
        metrics.watchInFlight(inFlight::current);
        ExactUrls urls = new ExactUrls(config.publicBaseUrl(), config.trustedProxies());
        AnswerThread answers = AnswerThread.start();
        Map<String, WebhookRoute> routes = new HashMap<>();
        webhooks.forEach(
                (path, webhook) ->
                        routes.put(
                                path,
                                new WebhookRoute(
                                        urls,
                                        config.limits(),
                                        inFlight,
                                        webhook,
                                        metrics,
                                        tracing,
                                        answers)));
        try {
            Javalin javalin =
                    Javalin.create(
                                    settings ->
                                            configure(settings, config, routes, answers, metrics))
                            .start(config.listeners().host(), config.listeners().port());
            return new PublicServer(javalin, answers);
        } catch (JavalinException e) {
            answers.close();
            throw e;
        }
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn(
                    "stopped before every request was answered: SHUTDOWN_TIMEOUT was over. {}",
                    e.getMessage());
        }
        answers.close();
    }

    private static void configure(
            JavalinConfig settings,
            IngestConfig config,
            Map<String, WebhookRoute> routes,
            AnswerThread answers,
            IngestMetrics metrics) {
        settings.startup.showJavalinBanner = false;
        settings.startup.showOldJavalinVersionWarning = false;
        settings.startup.startupWatcherEnabled = false;
        settings.http.compressionStrategy = CompressionStrategy.NONE;
        settings.jetty.modifyHttpConfiguration(SecurityHeaders::onEveryAnswer);
        settings.jetty.modifyServer(
                server -> {
                    graceful(server, config.shutdownTimeout());
                    server.insertHandler(new WebhookHandler(routes));
                });
        settings.jetty.addConnector(
                (server, http) -> {
                    ServerConnector connector =
                            PublicConnector.of(
                                    server,
                                    answers.before(server.getThreadPool()),
                                    http,
                                    config.listeners(),
                                    config.limits(),
                                    metrics);
                    connector.setShutdownIdleTimeout(lastSilence(config.shutdownTimeout()));
                    return connector;
                });
        settings.routes.exception(HttpResponseException.class, PublicServer::notOurs);
        settings.routes.exception(Exception.class, PublicServer::fault);
    }

    /**
     * How long a connection may be silent during a stop, in milliseconds. Long enough that most are
     * used once more, and end with an answer: a request that meets a closed one is lost.
     */
    private static long lastSilence(Duration shutdownTimeout) {
        return shutdownTimeout.toMillis() / 3;
    }

    /**
     * The connector waits for its connections' ends. No GracefulHandler: it answers 503 to what
     * comes after the stop has begun, and a proxy cannot know of the stop before it has sent that.
     */
    private static void graceful(Server server, Duration timeout) {
        server.setErrorHandler(new ProblemErrorHandler());
        server.setStopTimeout(timeout.toMillis());
    }

    private static void notOurs(HttpResponseException e, Context context) {
        write(context, new Problem(e.getStatus(), "Not Found", Problems.NOTHING_HERE));
    }

    private static void fault(Exception e, Context context) {
        LOG.error("a request failed for a fault of this service", e);
        write(context, Problems.fault());
    }

    private static void write(Context context, Problem problem) {
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(Json.of(problem));
    }
}
