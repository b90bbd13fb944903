package com.voicesurvey.telephony.local.bench.endtoend;

import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.Goal;

import java.util.List;
import java.util.stream.Stream;

/** What was measured, and the targets, which are of 500 a second. */
record EndToEndReport(
        int rounds, EndToEndSettings settings, List<RateRun> runs, List<String> wrong) {
    private static final int RATE_OF_TARGETS = 500;

    BenchReport toReport() {
        List<RateFigures> figures = runs.stream().flatMap(run -> run.all().stream()).toList();
        return new BenchReport(
                "end-to-end",
                "%d rounds of %d s at %s callbacks a second, open loop"
                        .formatted(rounds, settings.seconds(), settings.rates()),
                figures.stream().flatMap(RateFigures::series).toList(),
                runs.stream().flatMap(EndToEndReport::goals).toList(),
                figures.stream().map(RateFigures::distribution).toList(),
                List.of(
                        "Latencies count from when a request was due, not from when it was sent;"
                                + " commits by PostgreSQL's own clock of them."),
                wrong);
    }

    private static Stream<Goal> goals(RateRun run) {
        if (run.rate() != RATE_OF_TARGETS) {
            return Stream.empty();
        }
        return Stream.of(
                goal("p50", run.committed().p50().median(), "committed", 15),
                goal("p99", run.committed().p99().median(), "committed", 60),
                goal("p50", run.started().p50().median(), "dialogue start", 25),
                goal("p99", run.started().p99().median(), "dialogue start", 80));
    }

    private static Goal goal(String percentile, double measured, String what, double bound) {
        return Goal.below("%s at 500/s, %s".formatted(what, percentile), "ms", measured, bound);
    }
}
