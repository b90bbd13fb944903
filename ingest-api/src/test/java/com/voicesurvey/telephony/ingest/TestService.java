package com.voicesurvey.telephony.ingest;

import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.metrics.IngestMetrics;
import com.voicesurvey.telephony.ingest.publish.EventPublisher;
import com.voicesurvey.telephony.ingest.publish.FakePublisher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;

/** The real service on free ports over a publisher in memory. */
public final class TestService implements AutoCloseable {
    public final FakePublisher publisher = new FakePublisher();
    public final HttpClient client = HttpClient.newHttpClient();
    public final IngestApi api;

    public TestService(String... variables) {
        api = IngestApi.start(config(variables), publisher, new IngestMetrics());
    }

    /** The service over another publisher than the one in memory. */
    public static IngestApi start(EventPublisher publisher, String... variables) {
        return IngestApi.start(config(variables), publisher, new IngestMetrics());
    }

    /** Working settings on free ports, with the given names and values over them. */
    static IngestConfig config(String... variables) {
        Map<String, String> environment = new HashMap<>();
        environment.put("TWILIO_AUTH_TOKEN", Callback.TOKEN);
        environment.put("PUBLIC_BASE_URL", Callback.BASE);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        environment.put("HTTP_PORT", "0");
        environment.put("ADMIN_PORT", "0");
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return IngestConfig.of(environment);
    }

    public HttpResponse<String> post(Callback callback) throws IOException, InterruptedException {
        return send(callback.request(api.port()).build());
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> admin(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.adminPort() + path))
                        .build());
    }

    public String metrics() throws IOException, InterruptedException {
        return admin("/metrics").body();
    }

    @Override
    public void close() {
        client.close();
        api.close();
    }
}
