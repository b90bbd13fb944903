package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.KafkaProperties;
import com.voicesurvey.telephony.domain.settings.LogFormat;
import com.voicesurvey.telephony.domain.settings.LogLevel;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Everything that the environment decides, read once and checked as a whole.
 *
 * @param consumerGroup the group of processors that shares the topic
 * @param batchSize most records of one poll
 * @param parallelism most transactions at once over what one poll brought
 * @param parkedFor how long an event waits for its attempt
 * @param ledgerDays how many days the ledger is kept
 * @param overdue when the provider is asked about a call whose end is not reported
 * @param ingestAdmin whose spools the console shows
 */
public record ProcessorConfig(
        DatabaseSettings database,
        KafkaProperties kafka,
        String consumerGroup,
        int batchSize,
        int parallelism,
        Duration parkedFor,
        int ledgerDays,
        OverdueRules overdue,
        OpsSettings ops,
        IngestAdmin ingestAdmin,
        LogLevel logLevel,
        LogFormat logFormat) {

    /** What the guarantees rest on, so that no environment may change it. */
    private static final Set<String> FIXED =
            Set.of(
                    "acks",
                    "auto.offset.reset",
                    "enable.auto.commit",
                    "enable.idempotence",
                    "group.id",
                    "group.protocol",
                    "max.poll.records",
                    "transactional.id");

    /**
     * Reads the variables that {@link Variable} lists, and {@code KAFKA_*}; the rest is not looked
     * at.
     *
     * @throws com.voicesurvey.telephony.domain.settings.InvalidConfigException naming every problem
     *     at once
     */
    public static ProcessorConfig of(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        Values values = new Values(environment);
        ProcessorConfig config =
                new ProcessorConfig(
                        DatabaseSettings.read(environment, values),
                        KafkaProperties.read(
                                environment, values, Variable.KAFKA_BOOTSTRAP_SERVERS, FIXED),
                        values.required(Variable.CONSUMER_GROUP),
                        values.number(Variable.BATCH_SIZE, 1, 10_000),
                        values.number(Variable.PARALLELISM, 1, 64),
                        values.duration(
                                Variable.PARKED_FOR, Duration.ofSeconds(1), Duration.ofDays(30)),
                        values.number(Variable.LEDGER_RETENTION_DAYS, 2, 3_650),
                        new OverdueRules(
                                values.duration(
                                        Variable.CALL_EXPECTED,
                                        Duration.ofSeconds(1),
                                        Duration.ofDays(1)),
                                values.duration(
                                        Variable.OVERDUE_AFTER,
                                        Duration.ofSeconds(1),
                                        OverdueRules.LONGEST_WAIT),
                                values.number(Variable.OVERDUE_REQUESTS, 1, 100)),
                        OpsSettings.read(environment, values),
                        IngestAdmin.read(environment, values),
                        LogLevel.read(environment, values, Variable.LOG_LEVEL),
                        LogFormat.read(environment, values, Variable.LOG_FORMAT));
        environment.check();
        return config;
    }

    @Override
    public String toString() {
        return RecordText.of(
                this,
                database,
                kafka,
                consumerGroup,
                batchSize,
                parallelism,
                parkedFor,
                ledgerDays,
                overdue,
                ops,
                ingestAdmin,
                logLevel,
                logFormat);
    }
}
