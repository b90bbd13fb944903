package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.host.ShippedJar;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets, telephone numbers and forged log lines, planted wherever a client can put something, in
 * a process that logs all it can. Whatever it prints or answers is searched for them.
 */
class SecretsIT {
    private static final String ADMIN_TOKEN = "planted-admin-token";
    private static final String NUMBER = "+15550109";
    private static final String FORGED =
            "x\r\n2026-01-01T00:00:00.000Z ERROR Forged - y\u2028z\u001b[2J";
    private static final String EVENT_LINE =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (TRACE|DEBUG|INFO |WARN |ERROR) \\w+ - .*";

    private static final String JSON_LINE =
            "\\{\"time\":\"[^\"]+Z\",\"level\":\"(TRACE|DEBUG|INFO|WARN|ERROR)\",\"logger\":\".*\"}";

    private static final Pattern PORTS =
            Pattern.compile("webhooks on port (\\d+), health and metrics on port (\\d+)");

    @TempDir Path folder;
    private final List<String> answers = new ArrayList<>();
    private int port;
    private int adminPort;

    @Test
    void nothing_planted_is_printed_answered_or_exposed() throws Exception {
        Kafka kafka = Infra.kafka();
        try {
            CallEventsOnKafka.createTopics(kafka);
        } catch (TopicExistsException e) {
            // another test of this run has created them
        }
        try (ShippedJar ingest = start("with-kafka", kafka.bootstrapServers(), "5s", "text")) {
            everythingPlanted();
            assertClean(ingest, EVENT_LINE);
            assertThat(ingest.output()).contains("kept call.ringing", "quarantined", "rejected");
        }
    }

    @Test
    void nor_while_kafka_is_away_and_lines_are_JSON() throws Exception {
        try (ShippedJar ingest = start("without-kafka", "127.0.0.1:1", "500ms", "json")) {
            everythingPlanted();
            assertClean(ingest, JSON_LINE);
            assertThat(ingest.lines())
                    .filteredOn(line -> line.contains("kept call.ringing"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(",\"call_id\":\""));
        }
    }

    private ShippedJar start(String name, String bootstrapServers, String budget, String format)
            throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("LOG_LEVEL", "TRACE");
        environment.put("LOG_FORMAT", format);
        environment.put("TWILIO_AUTH_TOKEN", "planted-twilio-token");
        environment.put("TWILIO_ACCOUNT_SID", "ACaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        environment.put("ADMIN_TOKEN", ADMIN_TOKEN);
        environment.put("PUBLIC_BASE_URL", Callback.BASE);
        environment.put("PRODUCE_BUDGET", budget);
        environment.put("SPOOL_DIR", folder.resolve("spool-" + name).toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        environment.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"u\" password=\"planted-kafka-password\";");
        environment.put("KAFKA_SSL_KEYSTORE_PASSWORD", "planted-keystore-password");
        environment.put("HTTP_PORT", "0");
        environment.put("ADMIN_PORT", "0");
        ShippedJar ingest =
                new ShippedJar(
                        Path.of("target", "ingest-api.jar"), environment, folder.resolve(name));
        Matcher ports = ingest.await(PORTS);
        port = Integer.parseInt(ports.group(1));
        adminPort = Integer.parseInt(ports.group(2));
        return ingest;
    }

    private void everythingPlanted() throws Exception {
        List<HttpRequest> requests = new ArrayList<>();
        Callback good = withNumbers(Callback.of("ringing"));
        requests.add(good.request(port).build());
        requests.add(good.ofCall("by-get").getRequest(port));
        requests.add(good.withToken("another").request(port).build());
        requests.add(unsigned(good.body()));
        requests.add(unsigned("To=%zz" + NUMBER + "01&" + good.body()));
        requests.add(unsigned("To=%ff%fe" + NUMBER + "02"));
        requests.add(unsigned(("To=" + NUMBER + "03&").repeat(6_000)));
        requests.add(signed(good.without("CallSid")));
        requests.add(signed(good.without("CallStatus")));
        for (String name :
                List.of(
                        "CallStatus",
                        "CallSid",
                        "ParentCallSid",
                        "CallDuration",
                        "SequenceNumber",
                        "Timestamp",
                        "AnsweredBy",
                        "ErrorCode",
                        "ErrorMessage",
                        "From",
                        "NewName")) {
            requests.add(signed(good.without(name).with(name, NUMBER + "04")));
            requests.add(signed(good.without(name).with(name, FORGED)));
            requests.add(signed(good.with(FORGED, NUMBER + "05")));
        }
        for (String id : List.of("call_id", "campaign_id", "contact_id")) {
            for (String value : List.of(NUMBER + "06", FORGED)) {
                String query =
                        Callback.IDS.replaceAll(
                                id + "=[^&]*",
                                id + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
                requests.add(signed(good.withQuery(query)));
            }
        }
        requests.add(
                good.request(port)
                        .setHeader("X-Twilio-Signature", "planted-" + NUMBER + "07")
                        .setHeader("I-Twilio-Idempotency-Token", NUMBER + "08")
                        .build());
        requests.add(admin("/metrics", ADMIN_TOKEN));
        requests.add(admin("/metrics", "planted-wrong-token"));
        requests.add(admin("/" + NUMBER + "09", ADMIN_TOKEN));
        requests.add(admin("/health/ready", ADMIN_TOKEN));
        try (HttpClient client = HttpClient.newHttpClient()) {
            // all at once, since each waits for what Kafka says
            var pending =
                    requests.stream()
                            .map(request -> client.sendAsync(request, BodyHandlers.ofString()))
                            .toList();
            for (var promise : pending) {
                var answer = promise.join();
                answers.add(answer.headers().map() + "\n" + withoutTheCallsOwnId(answer.body()));
            }
            answers.add(
                    client.send(admin("/metrics", ADMIN_TOKEN), BodyHandlers.ofString()).body());
        }
        for (String line :
                List.of(
                        "GET /" + NUMBER + "10\n" + FORGED + " HTTP/1.1",
                        "GET /?x=" + NUMBER + "11\u0001 HTTP/1.1",
                        "POST " + Callback.PATH + " HTTP/1.1\r\nContent-Length: " + NUMBER + "12",
                        "GET /%0d%0a" + NUMBER + "13 HTTP/1.1",
                        "DELETE " + Callback.PATH + "?" + NUMBER + "14 HTTP/1.1",
                        "FORGED\u001b[2J / HTTP/1.1",
                        "GET / HTTP/1.1\r\nForwarded: for=\"" + NUMBER + "15\u0085\"")) {
            for (int port : new int[] {port, adminPort}) {
                answers.add(
                        RawHttp.exchange(port, line + "\r\nHost: x\r\nConnection: close\r\n\r\n"));
            }
        }
    }

    private void assertClean(ShippedJar ingest, String eventLine) throws IOException {
        assertThat(answers).hasSizeGreaterThan(50);
        assertThat(String.join("\n", answers)).doesNotContain("planted", "5550109");
        assertThat(ingest.output()).doesNotContain("planted", "5550109");
        assertThat(ingest.lines()).allMatch(line -> line.matches(eventLine));
        if (eventLine.equals(JSON_LINE)) {
            for (String line : ingest.lines()) {
                assertThat(new ObjectMapper().readTree(line).isObject()).as(line).isTrue();
            }
        }
        assertThat(ingest.lines())
                .noneMatch(
                        line ->
                                line.contains("Z ERROR Forged")
                                        && line.startsWith("2026-01-01T00:00:00.000Z"));
    }

    /** A body that is answered 200 names the call by its own id, as the contract has it. */
    private static String withoutTheCallsOwnId(String body) {
        return body.replaceAll("\"call_id\":\"[^\"]*\"", "");
    }

    private static Callback withNumbers(Callback callback) {
        Callback all = callback.without("From").without("To");
        for (String name :
                List.of("From", "To", "Called", "Caller", "CallerName", "ForwardedFrom")) {
            all = all.with(name, NUMBER + "00");
        }
        return all.withToken("planted-twilio-token");
    }

    private HttpRequest signed(Callback callback) {
        return callback.request(port).build();
    }

    private HttpRequest unsigned(String body) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:"
                                        + port
                                        + Callback.PATH
                                        + "?"
                                        + Callback.IDS
                                        + "&To=%2B15550109000"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest admin(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + adminPort + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
