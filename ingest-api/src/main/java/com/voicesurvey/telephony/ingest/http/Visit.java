package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.metrics.Outcome;
import com.voicesurvey.telephony.ingest.trace.RequestTrace;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;

/**
 * One request's way to its answer. Checks in this order: method, room, media type, size, form; the
 * intake then checks the signature and, last, what the callback says. Nothing in it waits.
 */
final class Visit {
    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final byte[] NOTHING = {};

    private final long start = System.nanoTime();
    private final WebhookRoute route;
    private final Exchange exchange;
    private final Request request;
    private final RequestTrace trace;

    Visit(WebhookRoute route, Exchange exchange, RequestTrace trace) {
        this.route = route;
        this.exchange = exchange;
        this.request = exchange.request();
        this.trace = trace;
    }

    void begin() {
        String method = request.getMethod();
        if (route.webhook().methods().contains(method)) {
            withinLimit(method);
        } else {
            answer(
                    method.equals("OPTIONS")
                            ? new Reply.Methods(Outcome.WRONG_METHOD, route.webhook().allow())
                            : Problems.wrongMethod(method, route.webhook().allow()));
        }
    }

    /** Refuses before anything is read; what then trickles in takes up no room yet. */
    private void withinLimit(String method) {
        if (route.inFlight().isFull()) {
            answer(Problems.overloaded());
        } else if (method.equals("GET")) {
            admitted(NOTHING, MediaType.FORM);
        } else {
            withBody();
        }
    }

    private void withBody() {
        MediaType type =
                request.getLength() == 0
                        ? MediaType.FORM
                        : MediaType.of(
                                exchange.header(HttpHeader.CONTENT_TYPE),
                                exchange.header(HttpHeader.CONTENT_ENCODING));
        if (type == MediaType.OTHER) {
            answer(Problems.wrongMediaType());
            return;
        }
        BodyReading.begin(
                request,
                route.limits().maxBodyBytes(),
                route.limits().readTimeout(),
                read -> {
                    switch (read) {
                        case BodyRead.Complete complete -> admitted(complete.bytes(), type);
                        case BodyRead.TooLarge() ->
                                answer(Problems.tooLarge(route.limits().maxBodyBytes()));
                        case BodyRead.TooSlow() ->
                                answer(Problems.tooSlow(route.limits().readTimeout()));
                        case BodyRead.Broken() -> answer(Problems.broken());
                    }
                });
    }

    private void admitted(byte[] body, MediaType type) {
        if (!route.inFlight().tryEnter()) {
            answer(Problems.overloaded());
            return;
        }
        CompletableFuture<Reply> reply = trace.within(() -> reply(body, type));
        if (reply.isDone()) {
            leave(reply);
        } else {
            // the connection is silent while Kafka or the disk are asked, for a known time
            request.addIdleTimeoutListener(_ -> false);
            var _ = reply.whenComplete((_, _) -> route.answers().execute(() -> leave(reply)));
        }
    }

    /** What is thrown on the way, by a bug, is answered too, and counted. */
    private CompletableFuture<Reply> reply(byte[] body, MediaType type) {
        try {
            return CallbackReading.read(route, request, body, type);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void leave(CompletableFuture<Reply> reply) {
        route.inFlight().leave();
        switch (reply.state()) {
            case SUCCESS -> answer(reply.resultNow());
            case FAILED -> {
                LOG.error("a request failed for a fault of this service", reply.exceptionNow());
                answer(new Reply.Failed(Outcome.FAULT, Problems.fault()));
            }
            case CANCELLED, RUNNING ->
                    throw new IllegalStateException("nobody cancels, and it is over");
        }
    }

    private void answer(Reply reply) {
        trace.end(reply.outcome());
        route.metrics().answered(reply.outcome(), System.nanoTime() - start);
        exchange.answer(reply);
    }
}
