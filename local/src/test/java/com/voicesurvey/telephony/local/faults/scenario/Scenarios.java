package com.voicesurvey.telephony.local.faults.scenario;

import java.util.List;

/** All scenarios by name. */
public enum Scenarios {
    KILL_PROCESSOR_IN_MID_BATCH,
    KILL_BETWEEN_COMMITS,
    KILL_DURING_REBALANCE,
    KILL_INGEST,
    KILL_POSTGRES,
    RESTART_OF_ALL,
    INGEST_LOSES_KAFKA,
    PROCESSOR_LOSES_KAFKA,
    PROCESSOR_LOSES_POSTGRES,
    KAFKA_AWAY,
    SPOOL_FULL,
    POSTGRES_REFUSES_CONNECTIONS,
    POSTGRES_READ_ONLY,
    POSTGRES_DEADLOCK,
    PROCESSORS_COME_AND_GO,
    ZOMBIE,
    ZOMBIE_REPLACED,
    WRONG_CLOCKS,
    KILL_BROKER,
    ROLLING_RESTART;

    /** What is played. */
    public Scenario scenario() {
        return switch (this) {
            case KILL_PROCESSOR_IN_MID_BATCH -> new KillProcessorInMidBatch();
            case KILL_BETWEEN_COMMITS -> new KillBetweenCommits();
            case KILL_DURING_REBALANCE -> new KillDuringRebalance();
            case KILL_INGEST -> new KillIngest();
            case KILL_POSTGRES -> new KillPostgres();
            case RESTART_OF_ALL -> new RestartOfAll();
            case INGEST_LOSES_KAFKA -> new IngestLosesKafka();
            case PROCESSOR_LOSES_KAFKA -> new ProcessorLosesKafka();
            case PROCESSOR_LOSES_POSTGRES -> new ProcessorLosesPostgres();
            case KAFKA_AWAY -> new KafkaAway();
            case SPOOL_FULL -> new SpoolFull();
            case POSTGRES_REFUSES_CONNECTIONS -> new PostgresRefusesConnections();
            case POSTGRES_READ_ONLY -> new PostgresReadOnly();
            case POSTGRES_DEADLOCK -> new PostgresDeadlock();
            case PROCESSORS_COME_AND_GO -> new ProcessorsComeAndGo();
            case ZOMBIE -> new Zombie();
            case ZOMBIE_REPLACED -> new ZombieReplaced();
            case WRONG_CLOCKS -> new WrongClocks();
            case KILL_BROKER -> new KillBroker();
            case ROLLING_RESTART -> new RollingRestart();
        };
    }

    /** All there are. */
    public static List<Scenarios> all() {
        return List.of(values());
    }
}
