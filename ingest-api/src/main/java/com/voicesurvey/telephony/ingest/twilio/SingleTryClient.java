package com.voicesurvey.telephony.ingest.twilio;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends each of the SDK's requests once. The SDK's own client repeats any request after a 5xx, and
 * the Apache client beneath it after a 503, the placing of a call included: the person called would
 * be rung twice.
 */
final class SingleTryClient extends com.twilio.http.HttpClient {
    private final URI api;
    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param api scheme, host and port that stand for those of Twilio
     */
    SingleTryClient(URI api, Duration timeout) {
        this.api = api;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.timeout = timeout;
    }

    @Override
    public Response reliableRequest(
            Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> answer = client.send(translated(request), BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode());
        } catch (IOException | URISyntaxException e) {
            throw new ApiConnectionException("no answer from Twilio: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted while waiting for Twilio", e);
        }
    }

    /** What the SDK asks for, asked of that API. */
    private URI address(Request request) throws URISyntaxException {
        URI asked = request.constructURL().toURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return api.resolve(asked.getRawPath() + query);
    }

    private HttpRequest translated(Request request) throws URISyntaxException {
        BodyPublisher body =
                request.getMethod() == HttpMethod.POST
                        ? BodyPublishers.ofString(request.encodeFormBody())
                        : BodyPublishers.noBody();
        return HttpRequest.newBuilder(address(request))
                .timeout(timeout)
                .header("Authorization", request.getAuthString())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .method(request.getMethod().toString(), body)
                .build();
    }
}
