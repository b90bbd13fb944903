package com.voicesurvey.telephony.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a service's own {@code /health/ready} until it says yes. */
record Readiness(String service, int port, StopSignal stop) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /**
     * Returns once it is ready.
     *
     * @throws RunFailedException if it is not within a minute, or the program is to stop
     */
    void await() {
        URI uri = URI.create("http://127.0.0.1:" + port + "/health/ready");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                var answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new RunFailedException(
                            service + " does not become ready: " + answer.body());
                }
                if (stop.await(BETWEEN_LOOKS)) {
                    stop.check();
                }
            }
        } catch (IOException e) {
            throw new RunFailedException(service + " does not answer at " + uri + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunFailedException("Stopped.");
        }
    }
}
