package com.voicesurvey.telephony.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.settings.KafkaProperties;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

class ClientPropertiesTest {
    @Test
    void the_guarantees_are_set() {
        assertThat(producer(Map.of(), 8000))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 2000, 8000})
    void nobody_waits_inside_the_producer_and_Kafka_agrees_to_the_rest(int budget) {
        // Kafka's own check: delivery.timeout.ms has to cover linger.ms and request.timeout.ms
        ProducerConfig config =
                new ProducerConfig(producer(Map.of("max.block.ms", "60000"), budget));
        assertThat(config.getLong("max.block.ms")).isZero();
    }

    @Test
    void the_environment_adds_and_tunes_and_cannot_weaken() {
        assertThat(
                        producer(
                                Map.of(
                                        "security.protocol", "SSL",
                                        "linger.ms", "5",
                                        "acks", "0",
                                        "port", "tcp://10.0.0.1:9092",
                                        "max.poll.records", "5"),
                                8000))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("linger.ms", "5")
                .containsEntry("acks", "all")
                .doesNotContainKeys("port", "max.poll.records");
    }

    private static Map<String, Object> producer(Map<String, String> set, int budgetMillis) {
        Map<String, String> properties = new HashMap<>(set);
        properties.put("bootstrap.servers", "127.0.0.1:9092");
        return ClientProperties.producer(
                new KafkaSettings(
                        new KafkaProperties(properties), Duration.ofMillis(budgetMillis)));
    }
}
