package com.voicesurvey.telephony.ingest.config;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/**
 * Everything that the environment decides, read once and checked as a whole.
 *
 * @param enforceSignatures false only with {@code APP_ENV=development}
 * @param publicBaseUrl scheme, host and any path prefix that Twilio calls, without a slash at its
 *     end; null where it is taken from the request
 * @param shutdownTimeout longest wait for accepted requests at a stop
 */
public record IngestConfig(
        boolean enforceSignatures,
        LogLevel logLevel,
        TwilioSettings twilio,
        @Nullable String publicBaseUrl,
        TrustedProxies trustedProxies,
        Listeners listeners,
        Limits limits,
        KafkaSettings kafka,
        DuplicateMemory duplicateMemory,
        Duration shutdownTimeout) {

    /**
     * Reads the variables that {@link Variable} lists, and {@code KAFKA_*}; the rest is not looked
     * at. Reads the files that {@code _FILE} variables name and touches nothing else.
     *
     * @throws InvalidConfigException naming every problem at once
     */
    public static IngestConfig of(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Values values = new Values(environment);
        boolean enforce = !values.required(Variable.APP_ENV).equals("development");
        IngestConfig config =
                new IngestConfig(
                        enforce,
                        LogLevel.read(environment, values),
                        TwilioSettings.read(environment, values, enforce),
                        values.baseUrl(Variable.PUBLIC_BASE_URL),
                        new TrustedProxies(values.addressRanges(Variable.TRUSTED_PROXIES)),
                        Listeners.read(values),
                        Limits.read(values),
                        KafkaSettings.read(environment, values),
                        DuplicateMemory.read(values),
                        values.duration(
                                Variable.SHUTDOWN_TIMEOUT,
                                Duration.ofMillis(100),
                                Duration.ofMinutes(5)));
        if (!environment.problems().isEmpty()) {
            throw new InvalidConfigException(environment.problems());
        }
        return config;
    }
}
