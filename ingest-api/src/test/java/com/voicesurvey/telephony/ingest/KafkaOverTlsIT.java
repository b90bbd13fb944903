package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.kafka.SaslKafka;
import com.voicesurvey.telephony.testbed.tls.ServerCertificate;
import com.voicesurvey.telephony.testbed.tls.TestAuthority;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SASL_SSL with full verification, against a real broker with a certificate of a CA of its own. */
class KafkaOverTlsIT {
    private static final String USER = "ingest";
    private static final String PASSWORD = "planted-kafka-password";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir static Path folder;
    private static ServerCertificate certificate;
    private static Path strangersAuthority;
    private static SaslKafka kafka;

    @BeforeAll
    static void start() throws IOException {
        certificate =
                TestAuthority.in(Files.createDirectory(folder.resolve("ca"))).issue("localhost");
        strangersAuthority =
                TestAuthority.in(Files.createDirectory(folder.resolve("stranger"))).certificate();
        kafka = SaslKafka.launch(certificate, folder.resolve("broker"));
        kafka.setPassword(USER, PASSWORD);
        CallEventsOnKafka.createTopics(kafka);
    }

    @AfterAll
    static void stop() {
        kafka.close();
        CLIENT.close();
    }

    @Test
    void the_right_CA_host_name_and_password_connect_and_the_callback_is_on_the_topic()
            throws Exception {
        Path jaas = folder.resolve("jaas");
        Map<String, String> variables = variables();
        Files.writeString(jaas, String.valueOf(variables.remove("KAFKA_SASL_JAAS_CONFIG")));
        variables.put("KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString());
        try (IngestApi api = start(variables)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> ready(api).statusCode() == 200);
            assertThat(post(api, "over-tls").statusCode()).isEqualTo(200);
            assertThat(callIds()).contains("over-tls");
        }
    }

    @Test
    void another_CA_does_not_connect() throws Exception {
        Map<String, String> variables = variables();
        variables.put("KAFKA_SSL_TRUSTSTORE_LOCATION", strangersAuthority.toString());
        assertRefused(variables, "PKIX path");
    }

    @Test
    void a_name_that_the_certificate_does_not_hold_does_not_connect() throws Exception {
        Map<String, String> variables = variables();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", kafka.secureAddressByIp());
        assertRefused(variables, "No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void a_wrong_password_does_not_connect_and_does_once_it_is_right() throws Exception {
        Map<String, String> variables = kafka.clientVariables("rotated", PASSWORD);
        variables.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.authority().toString());
        kafka.setPassword("rotated", "another-password");
        try (IngestApi api = start(variables)) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ready(api).body().contains("invalid credentials"));
            boolean kept = post(api, "meanwhile").statusCode() == 200;

            kafka.setPassword("rotated", PASSWORD);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> post(api, "afterwards").statusCode() == 200);
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(
                            () ->
                                    assertThat(callIds())
                                            .contains(
                                                    "afterwards",
                                                    kept ? "meanwhile" : "afterwards"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ready(api).body().contains("\"up\""));
        }
    }

    private static void assertRefused(Map<String, String> variables, String reason)
            throws Exception {
        try (IngestApi api = start(variables)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> ready(api).body().contains(reason));
            assertThat(ready(api).body()).doesNotContain("\"up\"", PASSWORD);
        }
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = kafka.clientVariables(USER, PASSWORD);
        variables.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.authority().toString());
        return variables;
    }

    private static IngestApi start(Map<String, String> kafkaVariables) {
        Map<String, String> variables = new HashMap<>(kafkaVariables);
        variables.put("PRODUCE_BUDGET", "2s");
        variables.put("SPOOL_DIR", folder.resolve("spool-" + UUID.randomUUID()).toString());
        return IngestApi.start(
                TestService.config(
                        variables.entrySet().stream()
                                .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
                                .toArray(String[]::new)));
    }

    private static HttpResponse<String> post(IngestApi api, String callId) throws Exception {
        HttpRequest request = Callback.of("ringing").ofCall(callId).request(api.port()).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> ready(IngestApi api) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + api.adminPort() + "/health/ready");
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static List<String> callIds() {
        return CallEventsOnKafka.all(kafka, Topics.CALL_EVENTS).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
