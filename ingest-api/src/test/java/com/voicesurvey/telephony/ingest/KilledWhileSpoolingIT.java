package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.kafka.Kafka;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The jar, killed (SIGKILL) again and again while it writes to its spool under load. */
class KilledWhileSpoolingIT {
    private static final int KILLS = 3;
    private static final int CLIENTS = 16;

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final int port = FreePort.orGiven(0);
    private final int adminPort = FreePort.orGiven(0);

    @Test
    void every_event_that_was_acknowledged_reaches_the_topic() throws Exception {
        try (Kafka kafka = Infra.kind().startKafka()) {
            CallEventsOnKafka.createTopics(kafka);
            kafka.stop();
            for (int round = 0; round < KILLS; round++) {
                int before = acknowledged.size();
                Process process = launch(kafka);
                List<Thread> clients = post("round-" + round);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> acknowledged.size() > before + 500);
                process.destroyForcibly();
                assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
                for (Thread thread : clients) {
                    thread.join();
                }
            }
            kafka.start();
            Process process = launch(kafka);
            try {
                await().atMost(Duration.ofSeconds(60)).until(this::isUp);
                assertThat(callIds(kafka)).containsAll(acknowledged);
                assertThat(acknowledged).hasSizeGreaterThan(KILLS * 500);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** Clients that post until they are not answered any more. */
    private List<Thread> post(String round) {
        List<Thread> clients = new ArrayList<>();
        await().atMost(Duration.ofSeconds(60)).until(() -> postOne(round + "-first"));
        for (int i = 0; i < CLIENTS; i++) {
            String name = round + "-client-" + i + "-";
            clients.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        int number = 0;
                                        while (postOne(name + number)) {
                                            number++;
                                        }
                                    }));
        }
        return clients;
    }

    private boolean postOne(String callId) {
        HttpRequest request = Callback.of("busy").ofCall(callId).request(port).build();
        try {
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            assertThat(status).isEqualTo(200);
            acknowledged.add(callId);
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isUp() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + adminPort + "/health/ready"))
                        .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body().contains("\"up\"");
        } catch (ConnectException e) {
            return false;
        }
    }

    private Process launch(Kafka kafka) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of("target", "ingest-api.jar").toAbsolutePath();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java.toString(), "-XX:TieredStopAtLevel=1", "-jar", jar.toString());
        builder.environment().clear();
        builder.environment().put("TWILIO_AUTH_TOKEN", Callback.TOKEN);
        builder.environment().put("PUBLIC_BASE_URL", Callback.BASE);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        builder.environment().put("HTTP_PORT", String.valueOf(port));
        builder.environment().put("ADMIN_PORT", String.valueOf(adminPort));
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output").toFile()))
                .start();
    }

    private static Collection<String> callIds(Kafka kafka) {
        return CallEventsOnKafka.all(kafka, Topics.CALL_EVENTS).stream()
                .map(event -> new String(event.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
