package com.voicesurvey.telephony.local.bench.reference;

import io.javalin.Javalin;

/** Javalin that reads a callback and answers the same to each: what the framework can do at all. */
public final class ConstantServer {
    private static final String ANSWER =
            "{\"status\":\"processed\",\"call_id\":\"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\","
                    + "\"event_type\":\"call.answered\"}";

    private ConstantServer() {}

    public static void main(String[] args) {
        Javalin.create(
                        config -> {
                            config.startup.showJavalinBanner = false;
                            config.concurrency.useVirtualThreads = true;
                            config.routes.post(
                                    "/webhooks/telephony/events",
                                    context -> {
                                        context.bodyAsBytes();
                                        context.contentType("application/json").result(ANSWER);
                                    });
                            config.routes.get("/health/ready", context -> context.result("ok"));
                        })
                .start("127.0.0.1", Integer.parseInt(System.getenv("HTTP_PORT")));
    }
}
