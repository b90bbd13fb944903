package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.kafka.SaslKafka;
import com.voicesurvey.telephony.testbed.tls.ServerCertificate;
import com.voicesurvey.telephony.testbed.tls.TestAuthority;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** SASL_SSL with full verification, against a real broker with a certificate of a CA of its own. */
class KafkaOverTlsIT {
    private static final String USER = "processor";
    private static final String PASSWORD = "planted-kafka-password";

    @TempDir static Path folder;
    private static ServerCertificate certificate;
    private static Path strangersAuthority;
    private static SaslKafka kafka;

    private final Readiness readiness = new Readiness();
    private Pipeline pipeline;

    @BeforeAll
    static void start() throws IOException {
        certificate =
                TestAuthority.in(Files.createDirectory(folder.resolve("ca"))).issue("localhost");
        strangersAuthority =
                TestAuthority.in(Files.createDirectory(folder.resolve("stranger"))).certificate();
        kafka = SaslKafka.launch(certificate, folder.resolve("broker"));
        kafka.setPassword(USER, PASSWORD);
    }

    @BeforeEach
    void startPipeline() throws SQLException {
        pipeline = Pipeline.on(kafka, Infra.postgres().createDatabase()).migrated();
    }

    @AfterEach
    void stopPipeline() {
        pipeline.close();
        readiness.close();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void the_right_CA_host_name_and_password_connect_and_the_whole_path_works() {
        TestCall call = pipeline.seeds.call();
        EventProcessor processor = start(variables());
        pipeline.produce(call.answered());
        pipeline.awaitAllApplied();
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() == 1);
        await().atMost(Pipeline.PATIENCE).until(() -> readiness.isReady(processor));
    }

    @Test
    void another_CA_or_a_name_that_the_certificate_does_not_hold_does_not_connect() {
        pipeline.produce(pipeline.seeds.call().ringing());
        Map<String, String> stranger = variables();
        stranger.put("KAFKA_SSL_TRUSTSTORE_LOCATION", strangersAuthority.toString());
        Map<String, String> otherName = variables();
        otherName.put("KAFKA_BOOTSTRAP_SERVERS", kafka.secureAddressByIp());

        EventProcessor trustsAnother = start(stranger);
        EventProcessor callsItOtherwise = start(otherName);

        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(readiness.of(trustsAnother)).contains("PKIX path");
                            assertThat(readiness.of(callsItOtherwise))
                                    .contains("No subject alternative names matching IP address");
                        });
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isZero();
    }

    @Test
    void a_wrong_password_does_not_connect_and_once_it_is_right_nothing_is_missing() {
        kafka.setPassword("rotated", "another-password");
        Map<String, String> variables = variables();
        variables.putAll(kafka.clientVariables("rotated", PASSWORD));
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.answered(), call.completed());

        EventProcessor processor = start(variables);
        await().atMost(Pipeline.PATIENCE)
                .until(() -> readiness.of(processor).contains("invalid credentials"));
        assertThat(readiness.of(processor)).doesNotContain(PASSWORD);
        kafka.setPassword("rotated", PASSWORD);

        pipeline.awaitAllApplied();
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() == 1);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(2);
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(kafka.clientVariables(USER, PASSWORD));
        variables.put("KAFKA_SSL_TRUSTSTORE_LOCATION", certificate.authority().toString());
        return variables;
    }

    private EventProcessor start(Map<String, String> variables) {
        return pipeline.startProcessor(variables, new ConsumerListener() {});
    }
}
