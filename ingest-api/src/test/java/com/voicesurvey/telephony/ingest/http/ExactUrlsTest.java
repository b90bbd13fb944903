package com.voicesurvey.telephony.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.provider.RawRequest.Headers;
import com.voicesurvey.telephony.ingest.config.IngestConfig;
import com.voicesurvey.telephony.ingest.config.TrustedProxies;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ExactUrlsTest {
    private static final String TARGET = "/hook?call_id=a%20b&x=%2b";
    private static final String PROXY = "10.1.2.3";
    private static final String STRANGER = "203.0.113.9";
    private static final TrustedProxies TRUSTED =
            IngestConfig.of(
                            Map.of(
                                    "TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8",
                                    "APP_ENV", "development",
                                    "KAFKA_BOOTSTRAP_SERVERS", "x:1"))
                    .trustedProxies();

    @Test
    void a_configured_base_wins_over_every_header_and_may_carry_a_path() {
        ExactUrls urls = new ExactUrls("https://calls.example.com/voice", TRUSTED);
        assertThat(
                        urls.of(
                                headers("Host", "inner", "X-Forwarded-Host", "evil.example"),
                                PROXY,
                                TARGET))
                .isEqualTo("https://calls.example.com/voice" + TARGET);
    }

    @Test
    void without_a_base_it_is_the_connections_own_host() {
        assertThat(of(STRANGER, "Host", "inner:8080")).isEqualTo("http://inner:8080" + TARGET);
    }

    @Test
    void a_strangers_word_counts_for_nothing() {
        assertThat(
                        of(
                                STRANGER,
                                "Host",
                                "inner",
                                "Forwarded",
                                "proto=https;host=evil.example",
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-Host",
                                "evil.example"))
                .isEqualTo("http://inner" + TARGET);
    }

    @Test
    void a_trusted_proxys_X_Forwarded_headers_are_believed() {
        assertThat(
                        of(
                                PROXY,
                                "Host",
                                "inner",
                                "X-Forwarded-Proto",
                                "https",
                                "X-Forwarded-Host",
                                "calls.example.com"))
                .isEqualTo("https://calls.example.com" + TARGET);
        assertThat(of(PROXY, "Host", "calls.example.com", "X-Forwarded-Proto", "https"))
                .isEqualTo("https://calls.example.com" + TARGET);
        assertThat(of("[fd00:0:0:0:0:0:0:1]", "Host", "h", "X-Forwarded-Proto", "https"))
                .isEqualTo("https://h" + TARGET);
    }

    @Test
    void a_forwarded_port_joins_a_host_that_has_none() {
        assertThat(of(PROXY, "Host", "x", "X-Forwarded-Host", "h", "X-Forwarded-Port", "8443"))
                .isEqualTo("http://h:8443" + TARGET);
        assertThat(of(PROXY, "Host", "x", "X-Forwarded-Host", "h:1", "X-Forwarded-Port", "8443"))
                .isEqualTo("http://h:1" + TARGET);
    }

    @Test
    void only_the_trusted_proxys_own_element_of_a_list_is_believed() {
        assertThat(
                        of(
                                PROXY,
                                "Host",
                                "inner",
                                "X-Forwarded-Host",
                                "evil.example, calls.example.com",
                                "X-Forwarded-Proto",
                                "ftp",
                                "X-Forwarded-Proto",
                                "https"))
                .isEqualTo("https://calls.example.com" + TARGET);
        assertThat(
                        of(
                                PROXY,
                                "Host",
                                "inner",
                                "Forwarded",
                                "host=evil.example;proto=ftp,for=192.0.2.1;Proto=https;"
                                        + " host=\"calls.example.com:8443\""))
                .isEqualTo("https://calls.example.com:8443" + TARGET);
    }

    @Test
    void Forwarded_wins_over_X_Forwarded_and_may_be_incomplete() {
        assertThat(
                        of(
                                PROXY,
                                "Host",
                                "calls.example.com",
                                "Forwarded",
                                "for=192.0.2.1;proto=https;nonsense",
                                "X-Forwarded-Host",
                                "other.example"))
                .isEqualTo("https://calls.example.com" + TARGET);
    }

    private static String of(String peer, String... namesAndValues) {
        return new ExactUrls(null, TRUSTED).of(headers(namesAndValues), peer, TARGET);
    }

    private static Headers headers(String... namesAndValues) {
        return name -> {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                if (namesAndValues[i].equalsIgnoreCase(name)) {
                    values.add(namesAndValues[i + 1]);
                }
            }
            return values;
        };
    }
}
