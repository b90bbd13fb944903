package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.fault.Reason;
import com.voicesurvey.telephony.processor.config.IngestAdmin;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the instances of ingest-api that are named how full their spools are. Its client is made
 * when it is first needed, since it reads every certificate that the JDK trusts.
 */
public final class IngestInstances implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final String SPOOL_RECORDS = "ingest_spool_records";

    private final IngestAdmin admin;
    private @Nullable HttpClient http;

    public IngestInstances(IngestAdmin admin) {
        this.admin = admin;
    }

    /** All at once; null where none is named. */
    @Nullable List<IngestInstance> ask() {
        if (admin.urls().isEmpty()) {
            return null;
        }
        List<CompletableFuture<IngestInstance>> answers = new ArrayList<>();
        admin.urls().forEach(url -> addresses(url).forEach(one -> answers.add(ask(one))));
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.shutdownNow();
        }
    }

    private synchronized HttpClient http() {
        if (http == null) {
            http =
                    HttpClient.newBuilder()
                            .connectTimeout(PATIENCE)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .build();
        }
        return http;
    }

    private CompletableFuture<IngestInstance> ask(URI url) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url.resolve("/metrics")).timeout(PATIENCE);
        if (admin.token() != null) {
            request.header("Authorization", "Bearer " + admin.token());
        }
        return http().sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> instance(url, answer))
                .exceptionally(e -> IngestInstance.silent(name(url), wording(e)));
    }

    private static IngestInstance instance(URI url, HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return IngestInstance.silent(
                    name(url),
                    answer.statusCode() == 401
                            ? "refuses INGEST_ADMIN_TOKEN"
                            : "answers " + answer.statusCode());
        }
        PrometheusText metrics = PrometheusText.read(answer.body());
        if (!metrics.has(SPOOL_RECORDS)) {
            return IngestInstance.silent(name(url), "is no admin port of ingest-api");
        }
        return new IngestInstance(
                name(url),
                null,
                metrics.value(SPOOL_RECORDS),
                metrics.value("ingest_spool_bytes"),
                metrics.value("ingest_in_flight"),
                metrics.value("ingest_signature_failures_total"));
    }

    /** A name may stand for several instances; over https it has to stay for the certificate. */
    private static List<URI> addresses(URI url) {
        if ("https".equals(url.getScheme())) {
            return List.of(url);
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(url.getHost()))
                    .map(address -> at(url, address))
                    .toList();
        } catch (UnknownHostException e) {
            return List.of(url);
        }
    }

    private static URI at(URI url, InetAddress address) {
        String host = address.getHostAddress();
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + port);
    }

    private static String name(URI url) {
        return url.getAuthority();
    }

    private static String wording(Throwable e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof IOException ? "does not answer" : Reason.of(e);
    }
}
