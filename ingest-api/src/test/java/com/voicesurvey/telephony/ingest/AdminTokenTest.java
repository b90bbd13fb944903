package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What of the admin port is open, and what a token opens. */
class AdminTokenTest {
    private static final String CURRENT = "planted-admin-token-1";
    private static final String FORMER = "planted-admin-token-0";

    private final TestService service =
            new TestService("ADMIN_HOST", "0.0.0.0", "ADMIN_TOKEN", CURRENT + "," + FORMER);

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void probes_need_no_token(String path) throws Exception {
        assertThat(service.admin(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/openapi.json",
                "/",
                "/nothing",
                "//metrics",
                "/metrics/",
                "/health",
                "/health/live/../../metrics",
                "/health/live/%2e%2e/%2e%2e/metrics",
                "/health/live;/metrics",
                "/%6detrics"
            })
    void everything_else_is_401_without_one_whether_it_is_there_or_not(String path)
            throws Exception {
        HttpResponse<String> answer = service.admin(path);
        assertThat(answer.statusCode()).isIn(400, 401);
        if (answer.statusCode() == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(answer.body()).contains("ADMIN_TOKEN").doesNotContain("planted", "jvm_");
        }
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void each_token_opens_it_while_a_rotation_is_under_way_and_no_other_does() throws Exception {
        assertThat(metrics("Bearer " + CURRENT).statusCode()).isEqualTo(200);
        assertThat(metrics("Bearer " + FORMER).statusCode()).isEqualTo(200);
        assertThat(metrics("Bearer planted-admin-token-2").statusCode()).isEqualTo(401);
        assertThat(metrics("Basic " + CURRENT).statusCode()).isEqualTo(401);
    }

    @Test
    void the_public_port_asks_for_none() throws Exception {
        assertThat(service.post(Callback.of("busy")).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> metrics(String authorization) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.api.adminPort() + "/metrics");
        return service.send(
                HttpRequest.newBuilder(uri).header("Authorization", authorization).build());
    }
}
