package com.voicesurvey.telephony.testbed.twilio;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

/** One try to deliver a callback. */
sealed interface Attempt {

    record Answered(int status, String body) implements Attempt {}

    record Failed(RetryOn failure, String reason) implements Attempt {}

    /** Sends a request and waits for the answer, its body included. */
    static Attempt of(HttpClient http, HttpRequest.Builder request, Duration timeout)
            throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answered(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Failed(RetryOn.READ_FAILURE, "no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Failed(kind(cause), cause.toString());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    default boolean asksForRetry(Set<RetryOn> policy) {
        return switch (this) {
            case Failed failed -> policy.contains(failed.failure());
            case Answered(int status, _) when status >= 500 ->
                    policy.contains(RetryOn.SERVER_ERROR);
            case Answered(int status, _) when status >= 400 ->
                    policy.contains(RetryOn.CLIENT_ERROR);
            case Answered _ -> false;
        };
    }

    default Delivery toDelivery(int attempts, Duration latency) {
        return switch (this) {
            case Answered(int status, String body) when status / 100 == 2 ->
                    new Delivery.Accepted(status, body, attempts, latency);
            case Answered(int status, String body) ->
                    new Delivery.Rejected(status, body, attempts, latency);
            case Failed(RetryOn failure, String reason) ->
                    new Delivery.GaveUp(failure, reason, attempts, latency);
        };
    }

    private static RetryOn kind(Throwable cause) {
        return cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof SSLException
                ? RetryOn.CONNECT_FAILURE
                : RetryOn.READ_FAILURE;
    }
}
