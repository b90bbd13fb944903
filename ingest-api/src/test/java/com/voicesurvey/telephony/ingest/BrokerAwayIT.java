package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real broker that goes away and comes back: the spool takes its place meanwhile. */
class BrokerAwayIT {
    private static final Duration BROKER_START = Duration.ofSeconds(60);

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Kafka kafka = Infra.kind().startKafka();

    @BeforeEach
    void topics() {
        CallEventsOnKafka.createTopics(kafka);
    }

    @AfterEach
    void stop() {
        client.close();
        kafka.close();
    }

    @Test
    void callbacks_are_kept_in_time_and_reach_the_topic_in_order_once_the_broker_is_back() {
        try (IngestApi api = start()) {
            await().atMost(BROKER_START).until(() -> ready(api).body().contains("\"up\""));
            assertThat(post(api, "call", "initiated").statusCode()).isEqualTo(200);

            kafka.stop();
            assertThat(duration(() -> post(api, "call", "ringing")))
                    .as("the first one waits for Kafka, within its budget")
                    .isLessThan(Duration.ofSeconds(4));
            List<String> others = new ArrayList<>();
            Duration of200 =
                    duration(
                            () -> {
                                for (int i = 0; i < 200; i++) {
                                    others.add("other-" + i);
                                    assertThat(post(api, "other-" + i, "busy").statusCode())
                                            .isEqualTo(200);
                                }
                            });
            assertThat(of200).as("the others do not").isLessThan(Duration.ofSeconds(10));
            assertThat(post(api, "call", "in-progress").statusCode()).isEqualTo(200);
            assertThat(post(api, "call", "completed").statusCode()).isEqualTo(200);
            assertThat(post(api, "call", "completed").body()).contains("duplicate");
            assertThat(ready(api).statusCode()).isEqualTo(200);
            assertThat(ready(api).body()).contains("degraded", "203 wait", "no answer from Kafka");
            assertThat(metrics(api)).contains("ingest_spool_records 203.0");

            kafka.start();
            await().atMost(BROKER_START).until(() -> ready(api).body().contains("\"up\""));
            assertThat(metrics(api)).contains("ingest_spool_records 0.0");
            await("what went to Kafka to be counted")
                    .until(() -> metrics(api).contains("ingest_spool_drained_total 203.0"));
            assertThat(typesOf("call"))
                    .containsSubsequence(
                            "call.initiated", "call.ringing", "call.answered", "call.completed");
            assertThat(callIds()).containsAll(others);
            post(api, "direct", "busy");
            assertThat(metrics(api)).contains("ingest_spooled_total 203.0");
        }
    }

    @Test
    void a_service_started_without_its_broker_keeps_what_it_is_sent_also_over_a_restart() {
        kafka.stop();
        try (IngestApi api = start()) {
            assertThat(admin(api, "/health/live").statusCode()).isEqualTo(200);
            assertThat(ready(api).body()).contains("starting");
            assertThat(post(api, "early", "busy").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(20)).until(() -> ready(api).statusCode() == 200);
            assertThat(ready(api).body()).contains("degraded");
        }
        kafka.start();
        try (IngestApi api = start()) {
            await().atMost(BROKER_START).until(() -> ready(api).body().contains("\"up\""));
            assertThat(callIds()).containsExactly("early");
        }
    }

    @Test
    void a_broker_whose_name_cannot_be_resolved_does_not_keep_it_from_taking_callbacks() {
        try (IngestApi api = start("KAFKA_BOOTSTRAP_SERVERS", "no-such-broker.invalid:9092")) {
            assertThat(ready(api).body()).contains("names can be resolved");
            assertThat(post(api, "early", "busy").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_full_spool_is_answered_503_and_said_and_what_was_kept_reaches_the_topic() {
        try (IngestApi api = start("SPOOL_MAX_BYTES", "1MiB")) {
            await().atMost(BROKER_START).until(() -> ready(api).body().contains("\"up\""));
            kafka.stop();
            List<String> kept = new ArrayList<>();
            HttpResponse<String> answer = post(api, "call-0", "busy");
            while (answer.statusCode() == 200) {
                kept.add("call-" + kept.size());
                answer = post(api, "call-" + kept.size(), "busy");
            }
            assertThat(kept).hasSizeGreaterThan(100);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(ready(api).statusCode()).isEqualTo(503);
            assertThat(ready(api).body()).contains("the spool failed");

            kafka.start();
            await().atMost(BROKER_START).until(() -> ready(api).body().contains("\"up\""));
            assertThat(callIds()).containsAll(kept);
            assertThat(post(api, "after", "busy").statusCode()).isEqualTo(200);
        }
    }

    private IngestApi start(String... variables) {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()));
        all.addAll(List.of("SPOOL_DIR", folder.resolve("spool").toString()));
        // a broker's start takes about as long as a connection may be silent by default
        all.addAll(List.of("HTTP_IDLE_TIMEOUT", "60s"));
        all.addAll(List.of(variables));
        return IngestApi.start(TestService.config(all.toArray(String[]::new)));
    }

    private HttpResponse<String> post(IngestApi api, String callId, String status) {
        HttpRequest request = Callback.of(status).ofCall(callId).request(api.port()).build();
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private HttpResponse<String> ready(IngestApi api) {
        return admin(api, "/health/ready");
    }

    private String metrics(IngestApi api) {
        return admin(api, "/metrics").body();
    }

    private HttpResponse<String> admin(IngestApi api, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.adminPort() + path))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private List<String> callIds() {
        return CallEventsOnKafka.all(kafka, Topics.CALL_EVENTS).stream()
                .map(ConsumerRecord::key)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }

    private List<String> typesOf(String callId) {
        return CallEventsOnKafka.all(kafka, Topics.CALL_EVENTS).stream()
                .filter(event -> new String(event.key(), StandardCharsets.UTF_8).equals(callId))
                .map(event -> event.headers().lastHeader("ce_type").value())
                .map(type -> new String(type, StandardCharsets.UTF_8))
                .toList();
    }

    private static Duration duration(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
