package com.voicesurvey.telephony.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.settings.KafkaProperties;
import com.voicesurvey.telephony.ingest.config.KafkaSettings;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

import java.io.StringReader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

class DeferredClientTest {
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void a_client_that_can_be_made_is_there_at_once() {
        try (DeferredClient<StringReader> client = client("127.0.0.1:1", this::first)) {
            assertThat(client.get()).isNotNull();
        }
    }

    @Test
    void while_no_name_can_be_resolved_there_is_none_and_later_there_is() {
        Supplier<StringReader> third =
                () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new ConfigException("No resolvable bootstrap urls given");
                    }
                    return new StringReader("client");
                };
        try (DeferredClient<StringReader> client = client("no-such-broker.invalid:1", third)) {
            assertThat(client.get()).isNull();
            await().atMost(Duration.ofSeconds(30)).until(() -> client.get() != null);
        }
    }

    @Test
    void what_Kafka_refuses_otherwise_is_a_wrong_configuration() {
        Supplier<StringReader> refused =
                () -> {
                    throw new ConfigException("security.protocol", "PIGEON");
                };
        assertThatThrownBy(() -> client("127.0.0.1:1", refused))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("PIGEON");
    }

    private StringReader first() {
        return new StringReader("client");
    }

    private static DeferredClient<StringReader> client(
            String servers, Supplier<StringReader> constructor) {
        return new DeferredClient<>(
                new KafkaSettings(
                        new KafkaProperties(Map.of("bootstrap.servers", servers)),
                        Duration.ofSeconds(8)),
                constructor);
    }
}
