package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.event.ProviderError;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.host.ShippedJar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Secrets, telephone numbers and forged log lines, planted in records, rows and requests, in a
 * process that logs all it can. Whatever it prints or answers is searched for them.
 */
class SecretsIT extends PipelineTest {
    private static final String OPS_TOKEN = "planted-ops-token";
    private static final String NUMBER = "+15550109";
    private static final String FORGED = "x\r\n2026-01-01T00:00:00.000Z ERROR Forged - y";
    private static final String EVENT_LINE =
            "\\{\"time\":\"[^\"]+Z\",\"level\":\"(TRACE|DEBUG|INFO|WARN|ERROR)\",\"logger\":\".*\"}";

    private static final Pattern PORT = Pattern.compile("Health, metrics and calls on port (\\d+)");

    @TempDir Path folder;
    private final List<String> answers = new ArrayList<>();
    private int port;

    @Test
    void nothing_planted_is_printed_answered_or_exposed() throws Exception {
        TestCall call = pipeline.seeds.call();
        TestCall refused = pipeline.seeds.call();
        TestCall blocking = pipeline.seeds.call();
        try (ShippedJar processor = start()) {
            pipeline.sql.execute("update contacts set phone_number = '" + NUMBER + "001'");
            produce(failed(call));
            pipeline.produce(
                    call.id().value(),
                    ("{\"To\":\"" + NUMBER + "002" + FORGED + "\"")
                            .getBytes(StandardCharsets.UTF_8));
            pipeline.produce(
                    NUMBER + "003",
                    CallEventEncoder.encodeUnknownStatus(
                            call.header(NUMBER + "004", 1, null),
                            List.of(new Parameter("To", NUMBER + "005"))));
            // PostgreSQL's detail quotes the whole row of a contact that such a check refuses
            pipeline.sql.execute(
                    "alter table contacts add check (state <> 'not_reached' or id <> '"
                            + refused.contact()
                            + "')");
            pipeline.produce(refused.busy());
            pipeline.awaitAllApplied();
            await().atMost(Pipeline.PATIENCE)
                    .until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == 3);
            // and some say in their very message what the row holds
            pipeline.sql.execute(
                    "create function quote() returns trigger language plpgsql as $$ begin raise"
                            + " exception E'no % please\\nFORGED', new.phone_number; end $$");
            pipeline.sql.execute(
                    "create trigger quote before update on contacts for each row execute function"
                            + " quote()");
            pipeline.produce(blocking.busy());
            await().atMost(Pipeline.PATIENCE).until(() -> get("/health/ready").contains("please"));

            askEverything(call);
            assertClean(processor);
        }
        assertThat(pipeline.records(Topics.DEAD_LETTERS))
                .extracting(letter -> Pipeline.header(letter, DeadLetterHeaders.DETAIL))
                .filteredOn(detail -> detail.contains("violates check constraint"))
                .singleElement()
                .satisfies(detail -> assertThat(detail).doesNotContain("5550109"));
    }

    private void assertClean(ShippedJar processor) throws IOException {
        assertThat(String.join("\n", answers)).doesNotContain("planted", "5550109");
        assertThat(processor.output())
                .contains("Giving up a record", "failed: 13224", "ERROR: no +*** please")
                .doesNotContain("planted", "5550109");
        assertThat(processor.lines())
                .allMatch(line -> line.matches(EVENT_LINE))
                .noneMatch(line -> line.startsWith("2026-01-01T00:00:00.000Z"));
        for (String line : processor.lines()) {
            JsonNode object = new ObjectMapper().readTree(line);
            assertThat(object.isObject()).as(line).isTrue();
            if (object.path("message").asText().startsWith("Call ")) {
                assertThat(object.path("call_id").asText()).isNotBlank();
            }
        }
    }

    private ShippedJar start() throws IOException {
        pipeline.sql.execute("drop role if exists secrets_test");
        pipeline.sql.execute(
                "create role secrets_test superuser login password 'planted-database-password'");
        Map<String, String> environment = new HashMap<>(pipeline.environment());
        environment.computeIfPresent(
                "DATABASE_URL",
                (name, url) ->
                        url.replaceFirst("//[^@]*@", "//secrets_test:planted-database-password@"));
        environment.put("LOG_LEVEL", "TRACE");
        environment.put("LOG_FORMAT", "json");
        environment.put("OPS_TOKEN", OPS_TOKEN);
        environment.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"u\" password=\"planted-kafka-password\";");
        environment.put("KAFKA_SSL_KEYSTORE_PASSWORD", "planted-keystore-password");
        ShippedJar processor =
                new ShippedJar(
                        Path.of("target", "event-processor.jar"),
                        environment,
                        folder.resolve("output"));
        port = Integer.parseInt(processor.await(PORT).group(1));
        return processor;
    }

    /** A provider's error text is the one place where it may name the number that it dialled. */
    private static CallEvent failed(TestCall call) {
        return CallEvent.of(
                EventType.FAILED,
                call.header("failed", 3, null),
                null,
                new ProviderError("13224", "cannot dial " + NUMBER + "006" + FORGED));
    }

    private void produce(CallEvent event) {
        pipeline.produce(
                event.header().callId().value(),
                CallEventEncoder.encode(
                        event,
                        List.of(
                                new Parameter("From", NUMBER + "007"),
                                new Parameter("To", NUMBER + "008"),
                                new Parameter("Called", NUMBER + "009"))));
    }

    private void askEverything(TestCall call) throws Exception {
        for (String path :
                List.of(
                        "/calls/" + call.id(),
                        "/calls?provider_call_id=" + call.leg(),
                        "/calls/%2B15550109010",
                        "/calls/%0d%0aForged%00",
                        "/calls?provider_call_id=%2B15550109011",
                        "/%2B15550109012",
                        "/metrics",
                        "/health/live")) {
            get(path);
        }
        get("/metrics", "planted-wrong-token");
    }

    private String get(String path) throws IOException, InterruptedException {
        return get(path, OPS_TOKEN);
    }

    private String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            answers.add(answer.headers().map() + "\n" + answer.body());
            return answer.body();
        }
    }
}
