package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.settings.LogFormat;
import com.voicesurvey.telephony.domain.settings.LogLevel;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/**
 * Everything that the environment decides, read once and checked as a whole.
 *
 * @param enforceSignatures false only with {@code APP_ENV=development}
 * @param reconcile whether this instance asks Twilio about overdue calls
 * @param publicBaseUrl scheme, host and any path prefix that Twilio calls, without a slash at its
 *     end; null where it is taken from the request
 * @param shutdownTimeout longest wait for accepted requests at a stop
 */
public record IngestConfig(
        boolean enforceSignatures,
        LogLevel logLevel,
        LogFormat logFormat,
        TwilioSettings twilio,
        TelnyxSettings telnyx,
        boolean reconcile,
        @Nullable String publicBaseUrl,
        TrustedProxies trustedProxies,
        Listeners listeners,
        Limits limits,
        KafkaSettings kafka,
        SpoolSettings spool,
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
                        LogLevel.read(environment, values, Variable.LOG_LEVEL),
                        LogFormat.read(environment, values, Variable.LOG_FORMAT),
                        TwilioSettings.read(environment, values, enforce),
                        TelnyxSettings.read(environment, values),
                        values.truth(Variable.RECONCILE),
                        PublicBaseUrl.read(environment),
                        TrustedProxies.read(environment, values),
                        Listeners.read(environment, values),
                        Limits.read(values),
                        KafkaSettings.read(environment, values),
                        SpoolSettings.read(environment, values),
                        DuplicateMemory.read(values),
                        values.duration(
                                Variable.SHUTDOWN_TIMEOUT,
                                Duration.ofMillis(100),
                                Duration.ofMinutes(5)));
        environment.check();
        return config;
    }

    @Override
    public String toString() {
        return RecordText.of(
                this,
                enforceSignatures,
                logLevel,
                logFormat,
                twilio,
                telnyx,
                reconcile,
                publicBaseUrl,
                trustedProxies,
                listeners,
                limits,
                kafka,
                spool,
                duplicateMemory,
                shutdownTimeout);
    }
}
