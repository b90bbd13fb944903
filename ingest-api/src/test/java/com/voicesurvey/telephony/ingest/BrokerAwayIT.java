package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** A real broker that goes away and comes back. */
class BrokerAwayIT {
    private static final Duration BUDGET = Duration.ofSeconds(8);
    private static final Duration WELL_INSIDE_TWILIOS_15_SECONDS = Duration.ofSeconds(11);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void callbacks_are_answered_503_in_time_and_kept_again_once_the_broker_is_back()
            throws Exception {
        try (Kafka kafka = Infra.kind().startKafka();
                IngestApi api = start(kafka.bootstrapServers())) {
            await().until(() -> ready(api).statusCode() == 503);
            assertThat(ready(api).body()).contains("call-events-dlq do not both exist");
            CallEventsOnKafka.createTopics(kafka);
            await().atMost(Duration.ofSeconds(20)).until(() -> ready(api).statusCode() == 200);
            assertThat(post(api, "before").statusCode()).isEqualTo(200);

            kafka.stop();
            List<CompletableFuture<Duration>> refused =
                    IntStream.range(0, 5)
                            .mapToObj(i -> CompletableFuture.supplyAsync(() -> refused(api, i)))
                            .toList();
            for (CompletableFuture<Duration> taken : refused) {
                assertThat(taken.get()).isLessThan(WELL_INSIDE_TWILIOS_15_SECONDS);
            }
            assertThat(ready(api).statusCode()).isEqualTo(503);
            assertThat(ready(api).body()).contains("no answer from Kafka");

            kafka.start();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> post(api, "after").statusCode() == 200);
            await().atMost(Duration.ofSeconds(20)).until(() -> ready(api).statusCode() == 200);
            List<String> kept = callIds(kafka);
            assertThat(kept).contains("before", "after").doesNotHaveDuplicates();
        }
    }

    @Test
    void a_service_started_without_its_broker_is_live_answers_503_in_time_and_then_recovers()
            throws Exception {
        try (Kafka kafka = Infra.kind().startKafka()) {
            CallEventsOnKafka.createTopics(kafka);
            kafka.stop();
            try (IngestApi api = start(kafka.bootstrapServers())) {
                assertThat(admin(api, "/health/live").statusCode()).isEqualTo(200);
                assertThat(ready(api).statusCode()).isEqualTo(503);
                assertThat(refused(api, 0)).isLessThan(BUDGET);
                kafka.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> post(api, "recovered").statusCode() == 200);
                assertThat(callIds(kafka)).contains("recovered");
            }
        }
    }

    @Test
    void a_broker_whose_name_cannot_be_resolved_does_not_keep_it_from_starting() throws Exception {
        try (IngestApi api = start("no-such-broker.invalid:9092")) {
            assertThat(admin(api, "/health/live").statusCode()).isEqualTo(200);
            assertThat(ready(api).body()).contains("names can be resolved");
            assertThat(refused(api, 0)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static IngestApi start(String bootstrapServers) {
        return IngestApi.start(TestService.config("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers));
    }

    private Duration refused(IngestApi api, int number) {
        long start = System.nanoTime();
        HttpResponse<String> answer = post(api, "refused-" + number);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private HttpResponse<String> post(IngestApi api, String callId) {
        HttpRequest request = Callback.of("ringing").ofCall(callId).request(api.port()).build();
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private HttpResponse<String> ready(IngestApi api) {
        return admin(api, "/health/ready");
    }

    private HttpResponse<String> admin(IngestApi api, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.adminPort() + path))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private static List<String> callIds(Kafka kafka) {
        return CallEventsOnKafka.all(kafka, Topics.CALL_EVENTS).stream()
                .map(ConsumerRecord::key)
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .toList();
    }
}
