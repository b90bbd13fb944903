package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.config.Limits;
import com.voicesurvey.telephony.ingest.intake.IntakeResult;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.metrics.Outcome;
import com.voicesurvey.telephony.ingest.trace.RequestTrace;
import com.voicesurvey.telephony.ingest.trace.RequestTracing;
import com.voicesurvey.telephony.ingest.trace.TraceParent;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A provider's route. Checks in this order: method, room, media type, size, form; the intake then
 * checks the signature and, last, what the callback says. Nothing in it waits.
 */
final class WebhookRoute {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRoute.class);
    private static final byte[] NOTHING = {};

    private final ExactUrls urls;
    private final Limits limits;
    private final InFlight inFlight;
    private final Webhook webhook;
    private final IngestMetrics metrics;
    private final RequestTracing tracing;
    private final AnswerThread answers;

    WebhookRoute(
            ExactUrls urls,
            Limits limits,
            InFlight inFlight,
            Webhook webhook,
            IngestMetrics metrics,
            RequestTracing tracing,
            AnswerThread answers) {
        this.urls = urls;
        this.limits = limits;
        this.inFlight = inFlight;
        this.webhook = webhook;
        this.metrics = metrics;
        this.tracing = tracing;
        this.answers = answers;
    }

    /** Answers the exchange, now or later. */
    void take(Exchange exchange) {
        new Visit(exchange, tracing.begin(exchange.header(TraceParent.NAME))).begin();
    }

    /** One request's way. */
    private final class Visit {
        private final long start = System.nanoTime();
        private final Exchange exchange;
        private final Request request;
        private final RequestTrace trace;

        Visit(Exchange exchange, RequestTrace trace) {
            this.exchange = exchange;
            this.request = exchange.request();
            this.trace = trace;
        }

        void begin() {
            String method = request.getMethod();
            if (webhook.methods().contains(method)) {
                withinLimit(method);
            } else {
                answer(
                        method.equals("OPTIONS")
                                ? new Reply.Methods(Outcome.WRONG_METHOD, webhook.allow())
                                : Problems.wrongMethod(method, webhook.allow()));
            }
        }

        /** Refuses before anything is read; what then trickles in takes up no room yet. */
        private void withinLimit(String method) {
            if (inFlight.isFull()) {
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
                    limits.maxBodyBytes(),
                    limits.readTimeout(),
                    read -> {
                        switch (read) {
                            case BodyRead.Complete complete -> admitted(complete.bytes(), type);
                            case BodyRead.TooLarge() ->
                                    answer(Problems.tooLarge(limits.maxBodyBytes()));
                            case BodyRead.TooSlow() ->
                                    answer(Problems.tooSlow(limits.readTimeout()));
                            case BodyRead.Broken() -> answer(Problems.broken());
                        }
                    });
        }

        private void admitted(byte[] body, MediaType type) {
            if (!inFlight.tryEnter()) {
                answer(Problems.overloaded());
                return;
            }
            CompletableFuture<Reply> reply = trace.within(() -> reply(body, type));
            if (reply.isDone()) {
                leave(reply);
            } else {
                // the connection is silent while Kafka or the disk are asked, for a known time
                request.addIdleTimeoutListener(_ -> false);
                var _ = reply.whenComplete((_, _) -> answers.execute(() -> leave(reply)));
            }
        }

        /** A bug is answered, too, and counted. */
        // everything that can be thrown in between has to be answered, since nobody else would
        private CompletableFuture<Reply> reply(byte[] body, MediaType type) {
            try {
                return decoded(body, type);
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        private void leave(CompletableFuture<Reply> reply) {
            inFlight.leave();
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
            metrics.answered(reply.outcome(), System.nanoTime() - start);
            exchange.answer(reply);
        }

        private CompletableFuture<Reply> decoded(byte[] body, MediaType type) {
            String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
            byte[] form = type == MediaType.FORM ? body : NOTHING;
            DecodedForm decodedQuery =
                    FormDecoder.decode(
                            query.getBytes(StandardCharsets.UTF_8), limits.maxParameters());
            return switch (decodedQuery) {
                case DecodedForm.Unreadable(String detail) ->
                        known(Problems.unreadable("The query", detail));
                case DecodedForm.Parameters(List<Parameter> inQuery) ->
                        switch (FormDecoder.decode(form, limits.maxParameters())) {
                            case DecodedForm.Unreadable(String detail) ->
                                    known(Problems.unreadable("The form", detail));
                            case DecodedForm.Parameters(List<Parameter> inForm) ->
                                    webhook.intake()
                                            .take(raw(body, inQuery, inForm))
                                            .thenApply(this::taken);
                        };
            };
        }

        private RawRequest raw(byte[] body, List<Parameter> query, List<Parameter> form) {
            RawRequest.Headers headers = name -> request.getHeaders().getValuesList(name);
            HttpURI uri = request.getHttpURI();
            String target =
                    uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
            String url = urls.of(headers, Request.getRemoteAddr(request), target);
            return new RawRequest(request.getMethod(), url, headers, body, query, form);
        }

        private Reply taken(IntakeResult result) {
            return switch (result) {
                case IntakeResult.Processed(var callId, String type) ->
                        new Reply.Kept(Outcome.PROCESSED, callId, type);
                case IntakeResult.Duplicate(var callId, String type) ->
                        new Reply.Kept(Outcome.DUPLICATE, callId, type);
                case IntakeResult.Quarantined(var callId, String type) ->
                        new Reply.Kept(Outcome.QUARANTINED, callId, type);
                case IntakeResult.Unreadable(String detail) ->
                        Problems.malformed(detail, webhook.whenUnreadable());
                case IntakeResult.Rejected(String detail) ->
                        Problems.forged(detail, webhook.whenForged());
                case IntakeResult.NotKept() -> Problems.notKept();
            };
        }

        private static CompletableFuture<Reply> known(Reply reply) {
            return CompletableFuture.completedFuture(reply);
        }
    }
}
