package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.config.Limits;
import com.voicesurvey.telephony.ingest.intake.IntakeResult;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.metrics.Outcome;
import com.voicesurvey.telephony.ingest.trace.RequestTracing;
import com.voicesurvey.telephony.ingest.trace.TraceParent;

import io.javalin.http.Context;
import io.javalin.http.Handler;

import jakarta.servlet.http.HttpServletRequest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The public route. Checks in this order: method, room, media type, size, form; the intake then
 * checks the signature and, last, what the callback says.
 */
final class WebhookRoute implements Handler {
    private final ExactUrls urls;
    private final BodyReader bodies;
    private final Limits limits;
    private final InFlight inFlight;
    private final Webhook webhook;
    private final IngestMetrics metrics;
    private final RequestTracing tracing;

    WebhookRoute(
            ExactUrls urls,
            Limits limits,
            InFlight inFlight,
            Webhook webhook,
            IngestMetrics metrics,
            RequestTracing tracing) {
        this.urls = urls;
        this.bodies = new BodyReader(limits.maxBodyBytes(), limits.readTimeout());
        this.limits = limits;
        this.inFlight = inFlight;
        this.webhook = webhook;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    @Override
    public void handle(Context context) throws IOException {
        long start = System.nanoTime();
        Reply reply = new Reply.Failed(Outcome.FAULT, Problems.fault());
        try {
            reply = traced(context.req());
        } finally {
            metrics.answered(reply.outcome(), System.nanoTime() - start);
        }
        ReplyWriter.write(context, reply);
        context.skipRemainingHandlers();
    }

    private Reply traced(HttpServletRequest request) throws IOException {
        String parent = request.getHeader(TraceParent.NAME);
        return tracing.concerns(parent)
                ? tracing.within(parent, () -> reply(request), Reply::outcome)
                : reply(request);
    }

    private Reply reply(HttpServletRequest request) throws IOException {
        String method = request.getMethod();
        if (webhook.methods().contains(method)) {
            return withinLimit(request);
        }
        return method.equals("OPTIONS")
                ? new Reply.Methods(Outcome.WRONG_METHOD, webhook.allow())
                : Problems.wrongMethod(method, webhook.allow());
    }

    /** Refuses before anything is read; what then trickles in takes up no room yet. */
    private Reply withinLimit(HttpServletRequest request) throws IOException {
        if (inFlight.isFull()) {
            return Problems.overloaded();
        }
        return request.getMethod().equals("GET")
                ? admitted(request, new byte[0], MediaType.FORM)
                : withBody(request);
    }

    private Reply withBody(HttpServletRequest request) throws IOException {
        MediaType type =
                request.getContentLengthLong() == 0
                        ? MediaType.FORM
                        : MediaType.of(
                                request.getHeader("Content-Type"),
                                request.getHeader("Content-Encoding"));
        if (type == MediaType.OTHER) {
            return Problems.wrongMediaType();
        }
        InputStream body = request.getInputStream();
        return switch (bodies.read(body, request.getContentLengthLong())) {
            case BodyRead.Complete complete -> admitted(request, complete.bytes(), type);
            case BodyRead.TooLarge() -> Problems.tooLarge(limits.maxBodyBytes());
            case BodyRead.TooSlow() -> Problems.tooSlow(limits.readTimeout());
            case BodyRead.Broken() -> Problems.broken();
        };
    }

    private Reply admitted(HttpServletRequest request, byte[] body, MediaType type) {
        if (!inFlight.tryEnter()) {
            return Problems.overloaded();
        }
        try {
            return decoded(request, body, type);
        } finally {
            inFlight.leave();
        }
    }

    private Reply decoded(HttpServletRequest request, byte[] body, MediaType type) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        byte[] form = type == MediaType.FORM ? body : new byte[0];
        DecodedForm decodedQuery =
                FormDecoder.decode(query.getBytes(StandardCharsets.UTF_8), limits.maxParameters());
        return switch (decodedQuery) {
            case DecodedForm.Unreadable(String detail) -> Problems.unreadable("The query", detail);
            case DecodedForm.Parameters(List<Parameter> inQuery) ->
                    switch (FormDecoder.decode(form, limits.maxParameters())) {
                        case DecodedForm.Unreadable(String detail) ->
                                Problems.unreadable("The form", detail);
                        case DecodedForm.Parameters(List<Parameter> inForm) ->
                                taken(raw(request, body, inQuery, inForm));
                    };
        };
    }

    private RawRequest raw(
            HttpServletRequest request, byte[] body, List<Parameter> query, List<Parameter> form) {
        RawRequest.Headers headers = name -> Collections.list(request.getHeaders(name));
        String target =
                request.getQueryString() == null
                        ? request.getRequestURI()
                        : request.getRequestURI() + "?" + request.getQueryString();
        String url = urls.of(headers, request.getRemoteAddr(), target);
        return new RawRequest(request.getMethod(), url, headers, body, query, form);
    }

    private Reply taken(RawRequest request) {
        return switch (webhook.intake().take(request)) {
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
}
