package com.voicesurvey.telephony.domain.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Kafka client properties by their Kafka names, from variables named {@code KAFKA_*}: {@code
 * KAFKA_SECURITY_PROTOCOL} is {@code security.protocol}. Holds secrets, and shows none.
 */
public record KafkaProperties(Map<String, String> byName) {
    private static final String PREFIX = "KAFKA_";
    private static final String JAAS = "sasl.jaas.config";
    private static final Pattern LOGIN =
            Pattern.compile(
                    "[\\w.$]+\\s+(required|requisite|sufficient|optional)"
                            + "(\\s+[\\w.-]+\\s*=\\s*(\"(\\\\.|[^\"\\\\])*+\"|[^\\s\";=]+))*+\\s*;");

    public KafkaProperties {
        byName = Map.copyOf(byName);
    }

    /**
     * Reads them.
     *
     * @param bootstrapServers the setting that has to be there
     * @param fixed the properties that a guarantee rests on, and that no environment may set
     */
    public static KafkaProperties read(
            Environment environment, Values values, Setting bootstrapServers, Set<String> fixed) {
        values.required(bootstrapServers);
        Map<String, String> properties = new TreeMap<>();
        for (String name : environment.namesWithPrefix(PREFIX)) {
            String property =
                    name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
            if (fixed.contains(property)) {
                environment.problem(
                        name + " cannot be set: what is promised about events rests on it");
            }
            String value = Objects.requireNonNullElse(environment.value(name), "");
            if (property.equals(JAAS) && !LOGIN.matcher(value).matches()) {
                // Kafka's own message would show a part of it
                environment.problem(
                        name
                                + " is not of the form: LoginModuleClass required username=\"…\""
                                + " password=\"…\"; (a quote within a value is \\\")");
            }
            properties.put(property, value);
        }
        return new KafkaProperties(properties);
    }

    public String bootstrapServers() {
        return byName.getOrDefault("bootstrap.servers", "");
    }

    /** The names of what is set, since values may be secret. */
    public List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }

    @Override
    public String toString() {
        return "KafkaProperties[bootstrapServers=" + bootstrapServers() + ", set=" + names() + "]";
    }
}
