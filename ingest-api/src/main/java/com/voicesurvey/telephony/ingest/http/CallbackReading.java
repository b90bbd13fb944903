package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;
import com.voicesurvey.telephony.ingest.intake.IntakeResult;
import com.voicesurvey.telephony.ingest.metrics.Outcome;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** From a request that is here as a whole to the intake, and from its result to the reply. */
final class CallbackReading {
    private static final byte[] NOTHING = {};

    private CallbackReading() {}

    /**
     * Decodes query and form, and hands them in. Waits for nothing.
     *
     * @param body not to be changed afterwards
     */
    static CompletableFuture<Reply> read(
            WebhookRoute route, Request request, byte[] body, MediaType type) {
        int most = route.limits().maxParameters();
        String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
        byte[] form = type == MediaType.FORM ? body : NOTHING;
        DecodedForm decodedQuery = FormDecoder.decode(query.getBytes(StandardCharsets.UTF_8), most);
        return switch (decodedQuery) {
            case DecodedForm.Unreadable(String detail) ->
                    known(Problems.unreadable("The query", detail));
            case DecodedForm.Parameters(List<Parameter> inQuery) ->
                    switch (FormDecoder.decode(form, most)) {
                        case DecodedForm.Unreadable(String detail) ->
                                known(Problems.unreadable("The form", detail));
                        case DecodedForm.Parameters(List<Parameter> inForm) ->
                                route.webhook()
                                        .intake()
                                        .take(raw(route.urls(), request, body, inQuery, inForm))
                                        .thenApply(result -> reply(route.webhook(), result));
                    };
        };
    }

    private static RawRequest raw(
            ExactUrls urls,
            Request request,
            byte[] body,
            List<Parameter> query,
            List<Parameter> form) {
        RawRequest.Headers headers = name -> request.getHeaders().getValuesList(name);
        HttpURI uri = request.getHttpURI();
        String target =
                uri.getQuery() == null ? uri.getPath() : uri.getPath() + "?" + uri.getQuery();
        String url = urls.of(headers, Request.getRemoteAddr(request), target);
        return new RawRequest(request.getMethod(), url, headers, body, query, form);
    }

    private static Reply reply(Webhook webhook, IntakeResult result) {
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
