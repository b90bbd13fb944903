package com.voicesurvey.telephony.processor.ops;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.voicesurvey.telephony.processor.calls.CallReport;
import com.voicesurvey.telephony.processor.config.OpsSettings;
import com.voicesurvey.telephony.processor.store.CallHistory;
import com.voicesurvey.telephony.processor.store.DataRefusedException;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The operators' HTTP port. */
public final class OpsServer implements AutoCloseable {
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

    private static final Set<String> PROBES = Set.of(LIVE, READY);

    private final Javalin javalin;
    private final OpsPart part;

    private OpsServer(Javalin javalin, OpsPart part) {
        this.javalin = javalin;
        this.part = part;
    }

    /**
     * Starts listening.
     *
     * @param part what else is there; closed with the port
     * @throws io.javalin.util.JavalinBindException if the port is taken
     */
    public static OpsServer start(
            OpsSettings settings,
            Health health,
            ProcessorMetrics metrics,
            Database database,
            OpsPart part) {
        Javalin javalin =
                Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.concurrency.useVirtualThreads = true;
                            config.jetty.modifyHttpConfiguration(SecurityHeaders::onEveryAnswer);
                            config.jetty.modifyServer(
                                    server -> server.setErrorHandler(new OpsErrors()));
                            config.routes.before(new LoopbackHosts(settings.tokens(), PROBES));
                            config.routes.before(new BearerGuard(settings.tokens(), PROBES, part));
                            config.jsonMapper(new JavalinJackson(json(), true));
                            routes(config, health, metrics, database);
                            part.addRoutes(config.routes);
                        });
        return new OpsServer(javalin.start(settings.host(), settings.port()), part);
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        // first, or its open requests would be waited for
        part.close();
        javalin.stop();
    }

    private static void routes(
            JavalinConfig config, Health health, ProcessorMetrics metrics, Database database) {
        config.routes.get(LIVE, ctx -> live(ctx, health));
        config.routes.get(READY, ctx -> ready(ctx, health));
        config.routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; version=0.0.4").result(metrics.scrape()));
        config.routes.get("/calls", ctx -> callsOfProvider(ctx, database));
        // a call_id may hold slashes
        config.routes.get("/calls/<call_id>", ctx -> call(ctx, database));
        config.routes.exception(
                DatabaseUnavailableException.class,
                (e, ctx) ->
                        problem(
                                ctx,
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "The database does not answer; try again shortly."));
        config.routes.exception(
                DataRefusedException.class,
                (e, ctx) ->
                        problem(
                                ctx,
                                HttpStatus.BAD_REQUEST,
                                "The database cannot hold such an id, so there is no such call."));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) ->
                        problem(
                                ctx,
                                HttpStatus.forStatus(e.getStatus()),
                                "There is /console/, /health/live, /health/ready, /metrics,"
                                        + " /calls/{call_id} and /calls?provider_call_id=."));
    }

    private static void live(Context ctx, Health health) {
        ctx.status(health.isLive() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .json(Map.of("status", health.isLive() ? "live" : "ended"));
    }

    private static void ready(Context ctx, Health health) {
        Map<String, String> checks = health.checks();
        boolean ready = Health.isReady(checks);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", ready ? "ready" : "not ready");
        body.put("checks", checks);
        ctx.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).json(body);
    }

    private static void call(Context ctx, Database database) {
        CallReport report =
                database.transaction(tx -> CallHistory.find(tx, ctx.pathParam("call_id")));
        if (report == null) {
            problem(
                    ctx,
                    HttpStatus.NOT_FOUND,
                    "Neither an attempt nor an event of that call_id is known.");
        } else {
            ctx.json(report);
        }
    }

    private static void callsOfProvider(Context ctx, Database database) {
        String providerCallId = ctx.queryParam("provider_call_id");
        if (providerCallId == null || providerCallId.isBlank()) {
            problem(ctx, HttpStatus.BAD_REQUEST, "Give provider_call_id, Twilio's CallSid.");
        } else {
            ctx.json(
                    Map.of(
                            "calls",
                            database.transaction(
                                    tx -> CallHistory.ofProviderCall(tx, providerCallId))));
        }
    }

    private static void problem(Context ctx, HttpStatus status, String detail) {
        new OpsProblem(status, detail).answer(ctx);
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .addModule(
                        new SimpleModule()
                                .addSerializer(Instant.class, ToStringSerializer.instance))
                .build();
    }
}
