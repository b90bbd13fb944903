package com.voicesurvey.telephony.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Benchmarks too short to mean anything: that they run, and check what they wrote. */
class BenchIT {
    @TempDir Path folder;

    @Test
    void ingest_is_measured_beside_its_references() throws IOException {
        String output = run("ingest", "--rounds=1", "--seconds=1", "--warm-up=0", "--rate=100");
        assertThat(output)
                .contains("ours / Javalin's constant answer", "at least 0.55")
                .contains("The final state is right.");
        JsonNode json = json("ingest");
        assertThat(json.at("/right").asBoolean()).isTrue();
        assertThat(json.at("/targets").size()).isEqualTo(4);
        assertThat(json.at("/measured/1/name").asText()).isEqualTo("ingest-api");
        assertThat(json.at("/measured/1/median").asDouble()).isPositive();
        assertThat(json.at("/latencies_ms/1/count").asLong()).isPositive();
    }

    @Test
    void apply_is_measured_beside_its_references() throws IOException {
        String output =
                run(
                        "apply",
                        "--rounds=1",
                        "--warm-up-events=1000",
                        "--events=2000",
                        "--slow-events=300");
        assertThat(output)
                .contains("ours / COPY", "at least 0.50")
                .contains("The final state is right.");
        JsonNode json = json("apply");
        assertThat(json.at("/right").asBoolean()).isTrue();
        assertThat(json.at("/targets").size()).isEqualTo(3);
        assertThat(json.at("/measured").size()).isEqualTo(5);
    }

    private String run(String benchmark, String... options) {
        String[] args = new String[options.length + 3];
        args[0] = "bench";
        args[1] = benchmark;
        args[2] = "--out=" + folder;
        System.arraycopy(options, 0, args, 3, options.length);
        try (RunningCommand command = RunningCommand.start(Map.of(), args)) {
            int exitCode = command.awaitExit();
            assertThat(exitCode).as(command.output()).isZero();
            return command.output();
        }
    }

    private JsonNode json(String benchmark) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(benchmark + ".json").toFile());
    }
}
