package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Who gets what of the console, below the level of a browser. */
class ConsoleAccessIT extends PipelineTest {
    private static final String TOKEN = "planted-console-token";
    private static final List<String> DATA =
            List.of(
                    "/console/api/live",
                    "/console/api/calls?q=x",
                    "/console/api/calls/stuck",
                    "/console/api/calls/parked",
                    "/console/api/call?call_id=x",
                    "/console/api/call/parameters?call_id=x",
                    "/console/nothing",
                    "/console/../metrics",
                    "/console/%61pi/calls/stuck",
                    "/console//api/calls/stuck");

    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void the_page_is_open_and_no_data_is() throws Exception {
        EventProcessor processor = guarded();
        for (String path :
                List.of("/console/", "/console/app.js", "/console/uplot/uPlot.iife.min.js")) {
            HttpResponse<String> page = send(request(processor, path));
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                    .doesNotContain("unsafe");
        }
        for (String path : DATA) {
            assertThat(exchange(processor, "GET " + path + " HTTP/1.1", "x"))
                    .as(path)
                    .matches("(?s)HTTP/1.1 (401|400) .*")
                    .contains("default-src 'none'; frame-ancestors 'none'");
        }
        assertThat(
                        send(request(processor, DATA.get(1))
                                        .header("Authorization", "Bearer " + TOKEN))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_session_opens_what_the_token_opens_until_it_ends() throws Exception {
        EventProcessor processor = guarded();
        HttpResponse<String> opened = signIn(processor, TOKEN);
        assertThat(opened.statusCode()).isEqualTo(204);
        String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("HttpOnly", "SameSite=Strict", "Max-Age=43200")
                .doesNotContain("Secure", TOKEN);
        String sent = cookie.substring(0, cookie.indexOf(';'));
        assertThat(get(processor, "/console/api/calls/stuck", sent)).isEqualTo(200);
        assertThat(get(processor, "/console/api/calls/stuck", sent + "x")).isEqualTo(401);

        HttpRequest.Builder end =
                request(processor, "/console/session").DELETE().header("Cookie", sent);
        assertThat(send(end.copy()).statusCode()).as("without X-Console").isEqualTo(403);
        assertThat(send(end.header("X-Console", "1")).statusCode()).isEqualTo(204);
        assertThat(get(processor, "/console/api/calls/stuck", sent)).isEqualTo(401);
    }

    @Test
    void a_cookie_that_came_over_https_stays_there() throws Exception {
        EventProcessor processor = guarded();
        HttpResponse<String> opened =
                send(
                        request(processor, "/console/session")
                                .POST(BodyPublishers.ofString(TOKEN))
                                .header("X-Console", "1")
                                .header("X-Forwarded-Proto", "https"));
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
    }

    @Test
    void guessing_is_slowed_down() throws Exception {
        EventProcessor processor = guarded();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(processor, "a-wrong-token-" + i).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = signIn(processor, TOKEN);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void without_a_token_strangers_pages_get_nothing() throws Exception {
        EventProcessor processor = pipeline.startProcessor();
        for (String host : List.of("127.0.0.1:8081", "localhost", "[::1]:8081")) {
            assertThat(exchange(processor, "GET /console/api/calls/stuck HTTP/1.1", host))
                    .as(host)
                    .startsWith("HTTP/1.1 200");
        }
        for (String path : List.of("/console/api/calls/stuck", "/calls/x", "/metrics")) {
            assertThat(exchange(processor, "GET " + path + " HTTP/1.1", "rebound.example:8081"))
                    .as(path)
                    .startsWith("HTTP/1.1 421");
        }
        assertThat(exchange(processor, "GET /health/live HTTP/1.1", "rebound.example"))
                .startsWith("HTTP/1.1 200");
        HttpRequest.Builder post =
                request(processor, "/console/api/call/parameters?call_id=x")
                        .POST(BodyPublishers.noBody());
        assertThat(send(post.copy()).statusCode()).isEqualTo(403);
        assertThat(send(post.header("X-Console", "1")).statusCode()).isEqualTo(404);
    }

    @Test
    void parameters_are_those_of_the_very_event_or_none() throws Exception {
        EventProcessor processor = pipeline.startProcessor();
        TestCall call = pipeline.seeds.call("call-kept");
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();
        String path = "/console/api/call/parameters?call_id=call-kept";
        assertThat(send(request(processor, path)).body())
                .contains("\"is_there\" : true", call.leg().value());

        pipeline.createTopics();
        // the same key, and so the same partition and offset of another topic
        pipeline.produce("call-kept", Pipeline.value(TestCall.of("another").ringing()));

        assertThat(send(request(processor, path)).body())
                .contains("\"is_there\" : false", "\"parameters\" : [ ]");
        pipeline.deleteAllRecords();
        assertThat(send(request(processor, path)).body()).contains("\"is_there\" : false");
    }

    private EventProcessor guarded() {
        return pipeline.startProcessor(Map.of("OPS_TOKEN", TOKEN), new ConsumerListener() {});
    }

    private HttpResponse<String> signIn(EventProcessor processor, String token)
            throws IOException, InterruptedException {
        return send(
                request(processor, "/console/session")
                        .POST(BodyPublishers.ofString(token))
                        .header("X-Console", "1"));
    }

    private int get(EventProcessor processor, String path, String cookie)
            throws IOException, InterruptedException {
        return send(request(processor, path).header("Cookie", cookie)).statusCode();
    }

    private static HttpRequest.Builder request(EventProcessor processor, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + processor.opsPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String exchange(EventProcessor processor, String head, String host)
            throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), processor.opsPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    (head + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
