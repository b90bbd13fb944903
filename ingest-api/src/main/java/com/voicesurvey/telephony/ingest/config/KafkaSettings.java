package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.KafkaProperties;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.time.Duration;
import java.util.Set;

/**
 * How Kafka is reached.
 *
 * @param produceBudget longest wait for the acknowledgement of one event
 */
public record KafkaSettings(KafkaProperties properties, Duration produceBudget) {
    /** What the guarantees rest on, so that no environment may change it. */
    private static final Set<String> FIXED =
            Set.of(
                    "acks",
                    "enable.idempotence",
                    "key.serializer",
                    "value.serializer",
                    "delivery.timeout.ms",
                    "request.timeout.ms",
                    "max.block.ms",
                    "retries",
                    "max.in.flight.requests.per.connection",
                    "transactional.id");

    static KafkaSettings read(Environment environment, Values values) {
        return new KafkaSettings(
                KafkaProperties.read(environment, values, Variable.KAFKA_BOOTSTRAP_SERVERS, FIXED),
                values.duration(
                        Variable.PRODUCE_BUDGET, Duration.ofMillis(500), Duration.ofSeconds(8)));
    }

    /** Longest wait while Kafka acknowledges nothing at all: a quarter of the budget. */
    public Duration silenceBudget() {
        // dividedBy calculates with BigDecimal, whose tables take 20 ms of a start
        return Duration.ofNanos(produceBudget.toNanos() / 4);
    }

    @Override
    public String toString() {
        return RecordText.of(this, properties, produceBudget);
    }
}
