package com.voicesurvey.telephony.testbed.twilio;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Posts callbacks as Twilio does: signed, over kept-alive connections, with its retries.
 *
 * <h2>Failure semantics</h2>
 *
 * A callback is sent at least once and at most {@code 1 + rc} times, all within the policy's total
 * time. What the receiver did with a try that brought no answer is unknown.
 */
public final class CallbackClient implements AutoCloseable {
    private static final String IDEMPOTENCY_TOKEN = "I-Twilio-Idempotency-Token";

    private final CallbackUrl url;
    private final TwilioSigner signer;
    private final RetryPolicy policy;
    private final HttpClient http;

    /**
     * @throws IllegalArgumentException if the URL's fragment asks for what Twilio refuses
     */
    public CallbackClient(CallbackUrl url, TwilioSigner signer) {
        this.url = url;
        this.signer = signer;
        this.policy = RetryPolicy.parse(url.fragment());
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(policy.connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    /** Sends a callback, again if the policy says so, and waits for what becomes of it. */
    public Delivery send(StatusCallback callback) throws InterruptedException {
        long start = System.nanoTime();
        HttpRequest.Builder request = request(callback);
        for (int attempts = 1; ; attempts++) {
            Duration left = policy.total().minusNanos(System.nanoTime() - start);
            Attempt attempt = Attempt.of(http, request, shorter(policy.read(), left));
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            boolean mayRetry =
                    attempts <= policy.retries() && latency.compareTo(policy.total()) < 0;
            if (!mayRetry || !attempt.asksForRetry(policy.on())) {
                return attempt.toDelivery(attempts, latency);
            }
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(StatusCallback callback) {
        List<FormField> fields = callback.fields();
        return HttpRequest.newBuilder(url.called(callback.ids()))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header(IDEMPOTENCY_TOKEN, UUID.randomUUID().toString())
                .header(TwilioSigner.HEADER, signer.sign(url.signed(callback.ids()), fields))
                .POST(BodyPublishers.ofString(FormField.encode(fields)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
