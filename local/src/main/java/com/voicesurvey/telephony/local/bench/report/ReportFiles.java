package com.voicesurvey.telephony.local.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.voicesurvey.telephony.local.bench.host.Machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a report to files: {@code NAME.json}, and pictures beside it. */
public final class ReportFiles {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final List<Double> PERCENTILES =
            List.of(0.0, 50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 99.99, 100.0);

    private ReportFiles() {}

    /** Writes them, over those of an earlier run; the files written. */
    public static List<Path> write(BenchReport report, Path folder) {
        Path json = folder.resolve(report.name() + ".json");
        try {
            JSON.writeValue(json.toFile(), content(report));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + json, e);
        }
        return Pictures.draw(report, folder, json);
    }

    private static Map<String, Object> content(BenchReport report) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("benchmark", report.name());
        content.put("time", Instant.now().toString());
        content.put("machine", Machine.current());
        content.put("load", report.load());
        content.put("right", report.isRight());
        content.put("wrong", report.wrong());
        content.put("notes", report.notes());
        content.put("measured", report.series().stream().map(ReportFiles::content).toList());
        content.put("targets", report.goals().stream().map(ReportFiles::content).toList());
        content.put(
                "latencies_ms", report.distributions().stream().map(ReportFiles::content).toList());
        return content;
    }

    private static Map<String, Object> content(Series series) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", series.name());
        content.put("unit", series.unit());
        content.put("median", series.median());
        content.put("rounds", series.rounds());
        return content;
    }

    private static Map<String, Object> content(Goal goal) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("what", goal.what());
        content.put("measured", goal.measured());
        content.put("target", goal.target());
        content.put("reached", goal.isReached());
        return content;
    }

    private static Map<String, Object> content(Distribution distribution) {
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (double percentile : PERCENTILES) {
            percentiles.put(
                    "p" + percentile,
                    distribution.micros().getValueAtPercentile(percentile) / 1_000.0);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", distribution.name());
        content.put("count", distribution.micros().getTotalCount());
        content.put("percentiles", percentiles);
        return content;
    }
}
