package com.voicesurvey.telephony.ingest.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * How Kafka is reached.
 *
 * @param properties Kafka client properties by their Kafka names; holds secrets
 * @param produceBudget longest time from handing an event over to knowing what became of it
 */
public record KafkaSettings(Map<String, String> properties, Duration produceBudget) {
    private static final String PREFIX = "KAFKA_";

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

    public KafkaSettings {
        properties = Map.copyOf(properties);
    }

    static KafkaSettings read(Environment environment, Values values) {
        values.required(Variable.KAFKA_BOOTSTRAP_SERVERS);
        Map<String, String> properties = new TreeMap<>();
        for (String name : environment.namesWithPrefix(PREFIX)) {
            String property =
                    name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
            if (FIXED.contains(property)) {
                environment.problem(
                        name + " cannot be set: what is promised about events rests on it");
            }
            properties.put(property, Objects.requireNonNullElse(environment.value(name), ""));
        }
        return new KafkaSettings(
                properties,
                values.duration(
                        Variable.PRODUCE_BUDGET, Duration.ofMillis(500), Duration.ofSeconds(12)));
    }

    public String bootstrapServers() {
        return properties.getOrDefault("bootstrap.servers", "");
    }

    /** The names of what is set, since values may be secret. */
    public List<String> propertyNames() {
        return properties.keySet().stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers="
                + bootstrapServers()
                + ", set="
                + propertyNames()
                + ", produceBudget="
                + produceBudget
                + "]";
    }
}
