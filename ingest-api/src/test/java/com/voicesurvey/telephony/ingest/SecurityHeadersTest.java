package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of both ports, whoever words it. */
class SecurityHeadersTest {
    private static TestService service;

    @BeforeAll
    static void start() {
        service = new TestService("ADMIN_TOKEN", "planted-admin-token");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/ready HTTP/1.1",
                "GET /metrics HTTP/1.1",
                "GET /openapi.json HTTP/1.1\r\nAuthorization: Bearer planted-admin-token",
                "GET /nothing HTTP/1.1\r\nAuthorization: Bearer planted-admin-token",
                "OPTIONS * HTTP/1.1",
                "GET /metrics",
                "GET /%zz HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET / HTTP/1.1\r\nContent-Length: none",
                "POST /webhooks/telephony/events HTTP/1.1\r\nContent-Length: 0",
                "GET /webhooks/telephony/events?call_id=%zz HTTP/1.1",
                "DELETE /webhooks/telephony/events HTTP/1.1"
            })
    void it_carries_them_and_names_no_server(String request) throws Exception {
        for (int port : new int[] {service.api.adminPort(), service.api.port()}) {
            String answer =
                    RawHttp.exchange(port, request + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as("port %s", port == service.api.port() ? "public" : "admin")
                    .startsWith("HTTP/1.1 ")
                    .containsIgnoringCase("Cache-Control: no-store\r\n")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff\r\n")
                    .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                    .containsIgnoringCase("Referrer-Policy: no-referrer\r\n")
                    .doesNotContainIgnoringCase("\r\nServer:")
                    .doesNotContainIgnoringCase("jetty", "javalin");
        }
    }
}
