package com.voicesurvey.telephony.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.settings.BearerTokens;
import com.voicesurvey.telephony.domain.settings.InvalidConfigException;
import com.voicesurvey.telephony.domain.settings.LogLevel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class IngestConfigTest {
    @Test
    void the_least_that_is_needed_gives_safe_defaults() {
        IngestConfig config = config();
        assertThat(config.enforceSignatures()).isTrue();
        assertThat(config.twilio().authTokens()).containsExactly("token");
        assertThat(config.publicBaseUrl()).isNull();
        assertThat(config.trustedProxies()).isEqualTo(TrustedProxies.NONE);
        assertThat(config.listeners())
                .isEqualTo(new Listeners("127.0.0.1", 8080, "127.0.0.1", 9080, BearerTokens.NONE));
        assertThat(config.limits())
                .isEqualTo(
                        new Limits(
                                65_536,
                                500,
                                16_384,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(5),
                                1000,
                                4096));
        assertThat(config.kafka().produceBudget()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.spool()).isEqualTo(new SpoolSettings(Path.of("spool"), 1L << 30));
        assertThat(config.logLevel()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void every_problem_is_in_one_message() {
        assertThatThrownBy(
                        () ->
                                IngestConfig.of(
                                        Map.of(
                                                "HTTP_PORT", "web",
                                                "PUBLIC_BASE_URL", "calls.example.com",
                                                "TRUSTED_PROXIES", "proxy.example.com",
                                                "LOG_LEVEL", "loud",
                                                "LOG_FORMAT", "JSON",
                                                "PRODUCE_BUDGET", "9s",
                                                "SPOOL_MAX_BYTES", "1GB",
                                                "KAFKA_ACKS", "0")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContainingAll(
                        "TWILIO_AUTH_TOKEN is not set",
                        "KAFKA_BOOTSTRAP_SERVERS is not set",
                        "HTTP_PORT is web",
                        "PUBLIC_BASE_URL is not of the form",
                        "TRUSTED_PROXIES holds proxy.example.com",
                        "LOG_LEVEL is LOUD",
                        "LOG_FORMAT is JSON: give text or json",
                        "PRODUCE_BUDGET is 9s",
                        "SPOOL_MAX_BYTES is 1GB",
                        "KAFKA_ACKS cannot be set",
                        "--help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "Development", "staging", "dev"})
    void anything_but_development_enforces_signatures(String environment) {
        assertThat(config("APP_ENV", environment).enforceSignatures()).isTrue();
    }

    @Test
    void development_needs_no_token() {
        IngestConfig config =
                IngestConfig.of(Map.of("APP_ENV", "development", "KAFKA_BOOTSTRAP_SERVERS", "x:1"));
        assertThat(config.enforceSignatures()).isFalse();
        assertThat(config.twilio().authTokens()).isEmpty();
    }

    @Test
    void a_rotation_takes_several_tokens() {
        assertThat(config("TWILIO_AUTH_TOKEN", "new, old,,").twilio().authTokens())
                .containsExactly("new", "old");
    }

    @Test
    void any_variable_may_come_from_a_file(@TempDir Path folder) throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "from-a-file\n");
        Path jaas = Files.writeString(folder.resolve("jaas"), "X required password=\"s\";\n");
        Map<String, String> environment = new HashMap<>(minimal());
        environment.remove("TWILIO_AUTH_TOKEN");
        environment.put("TWILIO_AUTH_TOKEN_FILE", token.toString());
        environment.put("KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString());
        IngestConfig config = IngestConfig.of(environment);
        assertThat(config.twilio().authTokens()).containsExactly("from-a-file");
        assertThat(config.kafka().properties().byName())
                .containsEntry("sasl.jaas.config", "X required password=\"s\";");
    }

    @Test
    void a_file_that_cannot_be_read_or_competes_with_its_variable_is_a_problem() {
        assertThatThrownBy(() -> config("TWILIO_AUTH_TOKEN_FILE", "missing"))
                .hasMessageContaining("TWILIO_AUTH_TOKEN and TWILIO_AUTH_TOKEN_FILE are both set")
                .hasMessageContaining("TWILIO_AUTH_TOKEN_FILE names a file that cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t",
                "X required password=\"s3cr3t\"",
                "X required password=s3 cr3t;",
                "X required password=\"s3cr3t;",
                "X password=\"s3cr3t\";"
            })
    void a_Kafka_login_that_cannot_be_read_is_a_problem_that_shows_nothing_of_it(String login) {
        assertThatThrownBy(() -> config("KAFKA_SASL_JAAS_CONFIG", login))
                .hasMessageContaining("KAFKA_SASL_JAAS_CONFIG is not of the form")
                .hasMessageNotContainingAny("s3", "cr3t");
    }

    @Test
    void Kafka_properties_go_by_their_variables() {
        assertThat(
                        config("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "KAFKA_LINGER_MS", "5")
                                .kafka()
                                .properties()
                                .byName())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "5")
                .containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void the_text_that_is_logged_names_every_setting() {
        assertThat(config("TRUSTED_PROXIES", "10.0.0.0/8"))
                .hasToString(
                        "IngestConfig[enforceSignatures=true, logLevel=INFO, logFormat=TEXT,"
                                + " twilio=TwilioSettings[accountSid=null, 1 tokens, further"
                                + " accounts=[]], telnyx=TelnyxSettings[publicKeys=[],"
                                + " replayWindow=PT5M], reconcile=true, publicBaseUrl=null,"
                                + " trustedProxies=TrustedProxies[ranges=[10.0.0.0/8]],"
                                + " listeners=Listeners[host=127.0.0.1, port=8080,"
                                + " adminHost=127.0.0.1, adminPort=9080,"
                                + " adminTokens=BearerTokens[0]], limits=Limits[maxBodyBytes=65536,"
                                + " maxParameters=500, maxHeaderBytes=16384, headTimeout=PT5S,"
                                + " idleTimeout=PT10S, readTimeout=PT5S, maxInFlight=1000,"
                                + " maxConnections=4096],"
                                + " kafka=KafkaSettings[properties=KafkaProperties"
                                + "[bootstrapServers=localhost:9092, set=[bootstrap.servers]],"
                                + " produceBudget=PT2S], spool=SpoolSettings[directory=spool,"
                                + " maxBytes=1073741824], duplicateMemory=DuplicateMemory"
                                + "[size=100000, ttl=PT10M], shutdownTimeout=PT15S]");
    }

    @Test
    void no_secret_shows_in_the_text_that_is_logged() {
        String text =
                config("TWILIO_AUTH_TOKEN", "s3cr3t", "KAFKA_SSL_KEYSTORE_PASSWORD", "s3cr3t")
                        .toString();
        assertThat(text).doesNotContain("s3cr3t").contains("ssl.keystore.password");
    }

    @Test
    void blank_counts_as_unset() {
        assertThat(config("PUBLIC_BASE_URL", " ", "HTTP_PORT", "").listeners().port())
                .isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "https://calls.example.com/, https://calls.example.com",
        "https://calls.example.com:8443/voice, https://calls.example.com:8443/voice"
    })
    void a_base_URL_loses_its_last_slash_only(String given, String used) {
        assertThat(config("PUBLIC_BASE_URL", given).publicBaseUrl()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://",
                "ftp://x",
                "https://u:p@x",
                "https://x/?a=1",
                "https://x/#f",
                "x y"
            })
    void a_base_URL_that_Twilio_could_not_call_is_a_problem(String given) {
        assertThatThrownBy(() -> config("PUBLIC_BASE_URL", given))
                .hasMessageContaining("PUBLIC_BASE_URL is not of the form")
                .hasMessageNotContaining("u:p");
    }

    @ParameterizedTest
    @CsvSource({"500ms, 500", "8s, 8000", "1m, 60000", "PT8S, 0", "8, 0", "-1s, 0", "fast, 0"})
    void times_carry_their_unit(String given, long millis) {
        if (millis == 0) {
            assertThatThrownBy(() -> config("HTTP_IDLE_TIMEOUT", given))
                    .hasMessageContaining("HTTP_IDLE_TIMEOUT is " + given);
        } else {
            assertThat(config("HTTP_IDLE_TIMEOUT", given).limits().idleTimeout()).hasMillis(millis);
        }
    }

    @ParameterizedTest
    @CsvSource({"WARNING, WARN", "debug, DEBUG", "CRITICAL, ERROR"})
    void log_levels_of_the_former_service_are_understood(String given, LogLevel level) {
        assertThat(config("LOG_LEVEL", given).logLevel()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.0/8, ::1, false",
        "fd00::/8, [fd12:0:0:0:0:0:0:1], true",
        "0.0.0.0/0, 203.0.113.9, true",
        "fe80::/10, fe80::1%eth0, true"
    })
    void proxies_are_trusted_by_range(String range, String peer, boolean trusted) {
        assertThat(config("TRUSTED_PROXIES", range).trustedProxies().trusts(peer))
                .isEqualTo(trusted);
    }

    @Test
    void every_variable_has_a_meaning_for_the_help_text() {
        assertThat(List.of(Variable.values())).allMatch(v -> !v.meaning().isBlank());
    }

    @Test
    void every_variable_is_in_the_README() throws Exception {
        String readme = Files.readString(Path.of("..", "README.md"));
        String ours =
                readme.substring(readme.indexOf("**ingest-api**"), readme.indexOf("**event-proc"));
        assertThat(List.of(Variable.values()))
                .allSatisfy(variable -> assertThat(ours).containsPattern("\\b" + variable + "\\b"));
    }

    private static Map<String, String> minimal() {
        return Map.of("TWILIO_AUTH_TOKEN", "token", "KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
    }

    private static IngestConfig config(String... variables) {
        Map<String, String> environment = new HashMap<>(minimal());
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return IngestConfig.of(environment);
    }
}
