package com.voicesurvey.telephony.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar as it is shipped, in a process of its own. */
class ProcessIT {
    private static final Map<String, String> WORKING =
            Map.of(
                    "TWILIO_AUTH_TOKEN", "s3cr3t-token",
                    "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                    "KAFKA_SASL_JAAS_CONFIG", "X required password=\"s3cr3t-jaas\";",
                    "HTTP_PORT", "0",
                    "ADMIN_PORT", "0");

    @TempDir Path folder;

    @Test
    void SIGTERM_ends_it_gracefully_with_0_and_no_secret_was_logged() throws Exception {
        Process process = start(WORKING);
        await().atMost(Duration.ofSeconds(30)).until(() -> output().contains("webhooks on port"));
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
        assertThat(output())
                .contains("stopping", "stopped", "publicBaseUrl", "sasl.jaas.config")
                .doesNotContain("s3cr3t", "NOT ENFORCED");
    }

    @Test
    void a_wrong_configuration_is_one_message_without_a_stack_trace_and_ends_with_2()
            throws Exception {
        Process process = start(Map.of("HTTP_PORT", "web"));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output())
                .contains("TWILIO_AUTH_TOKEN", "KAFKA_BOOTSTRAP_SERVERS", "HTTP_PORT is web")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void Kafka_properties_that_Kafka_refuses_are_a_wrong_configuration() throws Exception {
        Process process = start(with("KAFKA_SECURITY_PROTOCOL", "CARRIER_PIGEON"));
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output()).contains("Kafka refuses", "CARRIER_PIGEON").doesNotContain("\tat ");
    }

    @Test
    void a_taken_port_is_a_plain_message_and_ends_with_1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Process process = start(with("HTTP_PORT", port));
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(output()).contains(port).doesNotContain("\tat ");
        }
    }

    @Test
    void without_enforced_signatures_it_warns_loudly() throws Exception {
        Process process = start(with("APP_ENV", "development"));
        await().atMost(Duration.ofSeconds(30)).until(() -> output().contains("NOT ENFORCED"));
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void it_starts_where_nothing_can_be_unpacked() throws Exception {
        String missing = "-Djava.io.tmpdir=" + folder.resolve("missing");
        Process process = start(with("JDK_JAVA_OPTIONS", missing));
        await().atMost(Duration.ofSeconds(30)).until(() -> output().contains("webhooks on port"));
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void help_names_every_variable() throws Exception {
        Process process = start(Map.of(), "--help");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
        assertThat(output()).contains("TWILIO_AUTH_TOKEN", "HTTP_MAX_IN_FLIGHT", "_FILE");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(WORKING);
        environment.put(name, value);
        return environment;
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>();
        command.addAll(List.of(java.toString(), "-jar", jar().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static Path jar() {
        return Path.of("target", "ingest-api.jar").toAbsolutePath();
    }
}
