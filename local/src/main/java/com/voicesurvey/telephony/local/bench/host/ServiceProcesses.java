package com.voicesurvey.telephony.local.bench.host;

import com.voicesurvey.telephony.testbed.host.FreePort;

import java.util.HashMap;
import java.util.Map;

/** The two services as the benchmark runs them: configured as in production, on free ports. */
public record ServiceProcesses(Workbench bench) {
    /** What callbacks are signed for. */
    public static final String PUBLIC_BASE = "https://calls.example.com";

    /** What they are signed with. */
    public static final String AUTH_TOKEN = "bench-token-0123456789abcdef0123456";

    /** ingest-api, not started; its spool is empty, and beside the results. */
    public HttpServerJvm ingest(String kafka) {
        int port = FreePort.orGiven(0);
        int admin = FreePort.orGiven(0);
        Map<String, String> environment = receiver(kafka, port);
        environment.put("ADMIN_PORT", "" + admin);
        environment.put("SPOOL_DIR", bench.folder().emptyFolder("spool").toString());
        return new HttpServerJvm(
                "ingest-api",
                bench.children()
                        .service("ingest-api", "ingest-api", bench.jvm().ingest(), environment),
                port,
                admin);
    }

    /** event-processor, not started. */
    public HttpServerJvm processor(String kafka, String databaseUrl) {
        int ops = FreePort.orGiven(0);
        Map<String, String> environment =
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "DATABASE_URL",
                        databaseUrl,
                        "OPS_PORT",
                        "" + ops);
        return new HttpServerJvm(
                "event-processor",
                bench.children()
                        .service(
                                "event-processor",
                                "event-processor",
                                bench.jvm().processor(),
                                environment),
                ops,
                ops);
    }

    /** A reference that takes callbacks, in a JVM like ingest-api's; not started. */
    public HttpServerJvm reference(
            String name, Class<?> main, String kafka, Map<String, String> more) {
        int port = FreePort.orGiven(0);
        Map<String, String> environment = receiver(kafka, port);
        environment.putAll(more);
        return new HttpServerJvm(
                name,
                bench.children().program(name, bench.jvm().ingest(), main, environment),
                port,
                port);
    }

    private static Map<String, String> receiver(String kafka, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("TWILIO_AUTH_TOKEN", AUTH_TOKEN);
        environment.put("PUBLIC_BASE_URL", PUBLIC_BASE);
        environment.put("HTTP_PORT", "" + port);
        return environment;
    }
}
