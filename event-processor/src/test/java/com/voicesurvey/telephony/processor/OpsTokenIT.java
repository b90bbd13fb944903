package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What of the operators' port is open, what a token opens, and what every answer carries. */
class OpsTokenIT extends PipelineTest {
    private static final String CURRENT = "planted-ops-token-1";
    private static final String FORMER = "planted-ops-token-0";

    private final HttpClient http = HttpClient.newHttpClient();
    private EventProcessor processor;

    @BeforeEach
    void startProcessor() {
        processor =
                pipeline.startProcessor(
                        Map.of("OPS_HOST", "0.0.0.0", "OPS_TOKEN", CURRENT + "," + FORMER),
                        new ConsumerListener() {});
    }

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void probes_pass_and_everything_else_needs_a_token() throws Exception {
        assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", "").statusCode()).isIn(200, 503);
        for (String path :
                new String[] {
                    "/metrics", "/calls/x", "/calls?provider_call_id=x", "/", "/nothing", "/health"
                }) {
            HttpResponse<String> refused = get(path, "Bearer planted-ops-token-2");
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(refused.body()).contains("OPS_TOKEN").doesNotContain("planted");
        }
        assertThat(get("/metrics", "Bearer " + CURRENT).statusCode()).isEqualTo(200);
        assertThat(get("/calls/x", "Bearer " + FORMER).statusCode()).isEqualTo(404);
    }

    @Test
    void every_answer_carries_the_security_headers_and_names_no_server() throws Exception {
        for (String request :
                new String[] {
                    "GET /health/live HTTP/1.1",
                    "GET /metrics HTTP/1.1",
                    "GET /calls/x HTTP/1.1\r\nAuthorization: Bearer " + CURRENT,
                    "GET /calls/%00 HTTP/1.1\r\nAuthorization: Bearer " + CURRENT,
                    "GET /calls?provider_call_id=%00 HTTP/1.1\r\nAuthorization: Bearer " + CURRENT,
                    "GET /a b HTTP/1.1",
                    "GET /%zz HTTP/1.1"
                }) {
            assertThat(exchange(request))
                    .as(request)
                    .startsWith("HTTP/1.1 ")
                    .doesNotStartWith("HTTP/1.1 5")
                    .containsIgnoringCase("Cache-Control: no-store\r\n")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff\r\n")
                    .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                    .containsIgnoringCase("Referrer-Policy: no-referrer\r\n")
                    .doesNotContainIgnoringCase("\r\nServer:")
                    .doesNotContainIgnoringCase("jetty", "javalin");
        }
    }

    private HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + processor.opsPort() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), processor.opsPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (request + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
