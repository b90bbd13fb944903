package com.voicesurvey.telephony.processor.config;

import com.voicesurvey.telephony.domain.settings.Setting;

import org.jspecify.annotations.Nullable;

/** The environment variables that are read, each with its meaning and default. */
public enum Variable implements Setting {
    DATABASE_URL(
            null,
            "the database, postgresql://user:password@host:5432/name; required. postgres://,"
                    + " postgresql+asyncpg:// and jdbc:postgresql:// are taken too"),
    DATABASE_POOL_SIZE("8", "most database connections at once"),
    MIGRATE(
            "true",
            "false leaves the tables to `event-processor migrate`, run with a DATABASE_URL that may"
                    + " alter them, and waits for it"),
    KAFKA_BOOTSTRAP_SERVERS(
            null,
            "the brokers, host:port with commas; required. Any other Kafka client property goes the"
                    + " same way: KAFKA_SECURITY_PROTOCOL is security.protocol"),
    CONSUMER_GROUP("event-processor", "processors of one group share the topic"),
    BATCH_SIZE("2000", "most records taken at once"),
    PARALLELISM("2", "most transactions at once, each over partitions of its own"),
    PARKED_FOR("24h", "how long an event waits for its call attempt before it is a dead letter"),
    LEDGER_RETENTION_DAYS("30", "how many days the ledger of events is kept"),
    CALL_EXPECTED("5m", "how long a call is expected to take from when it was placed, or answered"),
    OVERDUE_AFTER(
            "10m",
            "a call whose end is not reported so long after it was expected is asked about, and"
                    + " again after waits that double from there, up to 6h each"),
    OVERDUE_REQUESTS("8", "how often a call is asked about at most"),
    OPS_HOST("127.0.0.1", "address of console, health and metrics; 0.0.0.0 for every one"),
    OPS_PORT("8081", "port of console, health and metrics; 0 for a free one"),
    OPS_TOKEN(
            null,
            "bearer token that opens that port, /health excepted; several with commas while a"
                    + " rotation is under way. Required unless OPS_HOST is a loopback address"),
    INGEST_ADMIN_URLS(
            null,
            "ingest-api's admin ports, http://127.0.0.1:9080, with commas: the console shows their"
                    + " spools. A host name that stands for several addresses means each"),
    INGEST_ADMIN_TOKEN(null, "a token of their ADMIN_TOKEN"),
    LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARN or ERROR"),
    LOG_FORMAT("text", "text, or json: one JSON object a line");

    private final @Nullable String defaultValue;
    private final String meaning;

    Variable(@Nullable String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    @Override
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
