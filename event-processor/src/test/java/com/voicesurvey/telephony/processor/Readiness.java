package com.voicesurvey.telephony.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a processor says of itself to an orchestrator. */
final class Readiness implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();

    String of(EventProcessor processor) {
        return ask(processor).body();
    }

    boolean isReady(EventProcessor processor) {
        return ask(processor).statusCode() == 200;
    }

    private HttpResponse<String> ask(EventProcessor processor) {
        URI uri = URI.create("http://127.0.0.1:" + processor.opsPort() + "/health/ready");
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
