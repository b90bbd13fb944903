package com.voicesurvey.telephony.testbed.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.voicesurvey.telephony.testbed.twilio.FormField;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * The calls API of a Twilio that is nobody's: takes calls on, answers for them, and reports on them
 * (Twilio: Voice API, "Call resource"). Form in, JSON out, Basic authentication, Twilio's error
 * codes.
 */
public final class FakeTwilio implements AutoCloseable {
    /** The number that is invalid by agreement (Twilio: "Test credentials"). */
    public static final String INVALID = "+15005550001";

    private final String accountSid;
    private final String authToken;
    private final FakeCalls calls;
    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Mood mood = new Mood.Well();

    /** How it answers. */
    public sealed interface Mood {
        /** As it should. */
        record Well() implements Mood {}

        /** So much later. */
        record Slow(Duration by) implements Mood {}

        /** Too many requests, all of them. */
        record Limiting() implements Mood {}

        /** Out of order. */
        record Failing() implements Mood {}

        /** Takes requests, carries them out, and breaks the connection before the answer. */
        record Mute() implements Mood {}
    }

    private FakeTwilio(String accountSid, String authToken, FakeCalls calls, HttpServer server) {
        this.accountSid = accountSid;
        this.authToken = authToken;
        this.calls = calls;
        this.server = server;
        server.setExecutor(requests);
        server.createContext("/", this::serve);
        server.start();
    }

    /**
     * Starts on a free port of the loopback address.
     *
     * @param calls what becomes of the calls; closed with this
     */
    public static FakeTwilio start(String accountSid, String authToken, FakeCalls calls) {
        try {
            return new FakeTwilio(
                    accountSid,
                    authToken,
                    calls,
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands for {@code https://api.twilio.com}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void mood(Mood next) {
        mood = next;
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
        calls.close();
    }

    private record Reply(int status, String body) {
        static Reply error(int status, int code, String message) {
            return new Reply(
                    status,
                    """
                    {"code":%d,"message":"%s","more_info":"https://www.twilio.com/docs/errors/%d","status":%d}"""
                            .formatted(code, message, code, status));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Reply> reply = reply(exchange, new String(body, StandardCharsets.UTF_8));
            if (reply.isEmpty()) {
                return;
            }
            byte[] text = reply.get().body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.get().status(), text.length);
            exchange.getResponseBody().write(text);
        }
    }

    /** Empty for no answer at all. */
    private Optional<Reply> reply(HttpExchange exchange, String body) {
        return switch (mood) {
            case Mood.Well() -> Optional.of(answer(exchange, body));
            case Mood.Slow(Duration by) -> {
                LockSupport.parkNanos(by.toNanos());
                yield Optional.of(answer(exchange, body));
            }
            case Mood.Limiting() -> Optional.of(Reply.error(429, 20429, "Too Many Requests"));
            case Mood.Failing() -> Optional.of(Reply.error(503, 20503, "Service is unavailable"));
            case Mood.Mute() -> {
                answer(exchange, body);
                yield Optional.empty();
            }
        };
    }

    private Reply answer(HttpExchange exchange, String body) {
        String expected =
                Base64.getEncoder()
                        .encodeToString(
                                (accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + expected).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Reply.error(401, 20003, "Authenticate");
        }
        String path = exchange.getRequestURI().getPath();
        String base = "/2010-04-01/Accounts/" + accountSid + "/Calls";
        if (path.equals(base + ".json")) {
            return exchange.getRequestMethod().equals("POST")
                    ? place(new CallForm(accountSid, FormField.decode(body)))
                    : list(
                            FormField.decode(
                                    String.valueOf(exchange.getRequestURI().getRawQuery())));
        }
        if (path.startsWith(base + "/") && path.endsWith(".json")) {
            String sid = path.substring(base.length() + 1, path.length() - ".json".length());
            return calls.find(sid)
                    .map(call -> new Reply(200, call.json()))
                    .orElseGet(() -> notFound(path));
        }
        return notFound(path);
    }

    private Reply place(CallForm form) {
        if (!form.to().matches("\\+[1-9]\\d{1,14}") || form.to().equals(INVALID)) {
            return Reply.error(400, 21211, "Invalid 'To' Phone Number");
        }
        if (form.answerUrl().isBlank()) {
            return Reply.error(400, 21205, "Url parameter is required");
        }
        return new Reply(201, calls.place(form).json());
    }

    private Reply list(List<FormField> query) {
        String found =
                String.join(
                        ",",
                        calls
                                .between(
                                        FormField.first(query, "From"),
                                        FormField.first(query, "To"))
                                .stream()
                                .map(FakeCall::json)
                                .toList());
        return new Reply(200, "{\"calls\":[" + found + "],\"page\":0,\"page_size\":50}");
    }

    private static Reply notFound(String path) {
        return Reply.error(404, 20404, "The requested resource " + path + " was not found");
    }
}
