package com.voicesurvey.telephony.processor.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.settings.InvalidConfigException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class ProcessorConfigTest {
    private static final Map<String, String> ENOUGH =
            Map.of(
                    "DATABASE_URL", "postgresql+asyncpg://user:p%40ss@localhost:5432/voicesurvey",
                    "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");

    @Test
    void two_variables_are_enough() {
        ProcessorConfig config = ProcessorConfig.of(ENOUGH);
        assertThat(config.ops().host()).isEqualTo("127.0.0.1");
        assertThat(config.ops().port()).isEqualTo(8081);
        assertThat(config.parkedFor()).isEqualTo(Duration.ofDays(1));
        assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(config.overdue())
                .isEqualTo(new OverdueRules(Duration.ofMinutes(5), Duration.ofMinutes(10), 8));
    }

    @Test
    void what_is_expected_of_a_call_and_when_it_is_overdue_are_set_apart() {
        Map<String, String> variables = new HashMap<>(ENOUGH);
        variables.put("CALL_EXPECTED", "1s");
        variables.put("OVERDUE_AFTER", "2s");
        variables.put("OVERDUE_REQUESTS", "3");
        assertThat(ProcessorConfig.of(variables).overdue())
                .isEqualTo(new OverdueRules(Duration.ofSeconds(1), Duration.ofSeconds(2), 3));

        variables.put("CALL_EXPECTED", "0s");
        variables.put("OVERDUE_AFTER", "7h");
        variables.put("OVERDUE_REQUESTS", "0");
        assertThatThrownBy(() -> ProcessorConfig.of(variables))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("CALL_EXPECTED")
                .hasMessageContaining("OVERDUE_AFTER")
                .hasMessageContaining("OVERDUE_REQUESTS");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_and_without_secrets() {
        Map<String, String> wrong =
                Map.of(
                        "DATABASE_URL", "mysql://user:secret@host/db",
                        "OPS_PORT", "99999",
                        "BATCH_SIZE", "many",
                        "LOG_FORMAT", "xml",
                        "KAFKA_ENABLE_AUTO_COMMIT", "true");
        assertThatThrownBy(() -> ProcessorConfig.of(wrong))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS")
                .hasMessageContaining("OPS_PORT is 99999")
                .hasMessageContaining("BATCH_SIZE is many")
                .hasMessageContaining("LOG_FORMAT is xml")
                .hasMessageContaining("KAFKA_ENABLE_AUTO_COMMIT cannot be set")
                .hasMessageNotContaining("secret");
    }

    @Test
    void its_text_names_every_setting() {
        assertThat(ProcessorConfig.of(ENOUGH))
                .hasToString(
                        "ProcessorConfig[database=DatabaseSettings[url=jdbc:postgresql://"
                                + "localhost:5432/voicesurvey as user, poolSize=8, migrate=true],"
                                + " kafka=KafkaProperties[bootstrapServers=localhost:9092,"
                                + " set=[bootstrap.servers]], consumerGroup=event-processor,"
                                + " batchSize=2000, parallelism=2, parkedFor=PT24H, ledgerDays=30,"
                                + " overdue=OverdueRules[expected=PT5M, overdueAfter=PT10M,"
                                + " requests=8], ops=OpsSettings[host=127.0.0.1, port=8081,"
                                + " tokens=BearerTokens[0]], ingestAdmin=IngestAdmin[],"
                                + " logLevel=INFO, logFormat=TEXT]");
    }

    @Test
    void it_shows_no_password() {
        Map<String, String> variables = new HashMap<>(ENOUGH);
        variables.put("KAFKA_SASL_JAAS_CONFIG", "X required password=planted;");
        assertThat(ProcessorConfig.of(variables).toString())
                .contains("sasl.jaas.config", "localhost:5432/voicesurvey")
                .doesNotContain("planted", "p@ss", "p%40ss");
    }
}
