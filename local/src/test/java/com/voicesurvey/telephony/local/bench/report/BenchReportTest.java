package com.voicesurvey.telephony.local.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class BenchReportTest {
    @TempDir Path folder;

    @Test
    void targets_stand_beside_the_figures() {
        assertThat(printed(report(List.of())))
                .containsPattern("ours +12,345 +12,000 +13,000 +/s")
                .containsPattern("ours / theirs +0\\.60 +at least 0\\.50 +yes")
                .containsPattern("p99 +17 ms +under 15 ms +NO")
                .contains("The final state is right.");
    }

    @Test
    void a_wrong_state_is_told() {
        assertThat(printed(report(List.of("one is missing"))))
                .contains("WRONG: one is missing", "The final state is wrong");
    }

    @Test
    void files_hold_the_same() throws IOException {
        List<Path> files = ReportFiles.write(report(List.of()), folder);

        JsonNode json = new ObjectMapper().readTree(folder.resolve("some.json").toFile());
        assertThat(json.at("/measured/0/median").asDouble()).isEqualTo(12_345);
        assertThat(json.at("/measured/0/rounds").size()).isEqualTo(3);
        assertThat(json.at("/targets/1/reached").asBoolean(true)).isFalse();
        assertThat(json.at("/latencies_ms/0/percentiles/p50.0").asDouble()).isEqualTo(1.0);
        assertThat(files).contains(folder.resolve("some.json"));
        assertThat(files).allSatisfy(file -> assertThat(file).exists());
    }

    private static BenchReport report(List<String> wrong) {
        Histogram micros = new Histogram(1_000_000, 3);
        micros.recordValue(1_000);
        return new BenchReport(
                "some",
                "a load",
                List.of(new Series("ours", "/s", List.of(13_000.0, 12_345.0, 12_000.0))),
                List.of(Goal.atLeast("ours / theirs", 0.6, 0.5), Goal.below("p99", "ms", 17, 15)),
                List.of(new Distribution("ours", micros)),
                List.of(),
                wrong);
    }

    private static String printed(BenchReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
