package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Setting;

import org.jspecify.annotations.Nullable;

/**
 * The environment variables that are read, each with its meaning and default, for reading and help
 * both.
 */
public enum Variable implements Setting {
    TWILIO_AUTH_TOKEN(
            null,
            "Twilio's auth token; several with commas while a rotation is under way. Required"
                    + " unless APP_ENV=development"),
    TWILIO_ACCOUNT_SID(
            null,
            "Twilio account, needed to look up overdue calls; where it is set, requests of accounts"
                    + " that are not named are refused"),
    TWILIO_ACCOUNTS(
            null,
            "further Twilio accounts and their tokens, ACone=token,ACtwo=token; an account that"
                    + " stands there twice has two tokens"),
    TWILIO_API_URL("https://api.twilio.com", "where calls are placed and looked up"),
    RECONCILE(
            "true",
            "false leaves overdue calls to another instance; without TWILIO_ACCOUNT_SID there is"
                    + " nobody to ask"),
    TELNYX_PUBLIC_KEY(
            null,
            "Telnyx's public key, as its portal shows it; several with commas while a rotation is"
                    + " under way. Opens the route for Telnyx"),
    TELNYX_REPLAY_WINDOW("5m", "a request of Telnyx that was signed longer ago is refused"),
    PUBLIC_BASE_URL(
            null,
            "scheme, host and any path prefix under which Twilio reaches this service; wins over"
                    + " every header"),
    TRUSTED_PROXIES(
            null,
            "addresses and CIDR ranges, with commas, whose Forwarded and X-Forwarded-* headers are"
                    + " believed"),
    APP_ENV("production", "anything but development rejects wrong signatures"),
    LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARN or ERROR"),
    LOG_FORMAT("text", "text, or json: one JSON object a line"),
    KAFKA_BOOTSTRAP_SERVERS(
            null,
            "the brokers, host:port with commas; required. Any other Kafka producer property goes"
                    + " the same way: KAFKA_SECURITY_PROTOCOL is security.protocol"),
    HTTP_HOST("127.0.0.1", "address that webhooks are taken on; 0.0.0.0 for every one"),
    HTTP_PORT("8080", "port that webhooks are taken on; 0 for a free one"),
    ADMIN_HOST("127.0.0.1", "address of health, metrics and the OpenAPI document"),
    ADMIN_PORT("9080", "port of health, metrics and the OpenAPI document; 0 for a free one"),
    ADMIN_TOKEN(
            null,
            "bearer token that opens the admin port, /health excepted; several with commas while a"
                    + " rotation is under way. Required unless ADMIN_HOST is a loopback address"),
    HTTP_MAX_BODY_BYTES("65536", "larger bodies are answered 413"),
    HTTP_MAX_PARAMETERS("500", "more parameters in query or form are answered 400"),
    HTTP_MAX_HEADER_BYTES("16384", "larger request heads are answered 431"),
    HTTP_HEAD_TIMEOUT("5s", "a connection whose request head takes longer to arrive is closed"),
    HTTP_IDLE_TIMEOUT("10s", "a connection silent for so long is closed"),
    HTTP_READ_TIMEOUT("5s", "a body that takes longer to arrive is answered 408"),
    HTTP_MAX_IN_FLIGHT("1000", "more requests at once are answered 503"),
    HTTP_MAX_CONNECTIONS("4096", "further connections wait to be accepted"),
    PRODUCE_BUDGET(
            "2s",
            "an event that Kafka has not acknowledged by then is spooled; after a quarter of it, if"
                    + " Kafka acknowledges nothing at all"),
    SPOOL_DIR(
            "spool",
            "folder on a disk of this instance alone, where events wait while Kafka is away"),
    SPOOL_MAX_BYTES("1GiB", "largest size of the spool; an event beyond it is answered 503"),
    DUPLICATE_CACHE_SIZE("100000", "how many kept events are remembered"),
    DUPLICATE_CACHE_TTL("10m", "how long a kept event is remembered"),
    SHUTDOWN_TIMEOUT("15s", "how long a stop waits for the requests it has accepted");

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
