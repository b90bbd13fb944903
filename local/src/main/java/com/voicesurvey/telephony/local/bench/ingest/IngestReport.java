package com.voicesurvey.telephony.local.bench.ingest;

import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.Goal;
import com.voicesurvey.telephony.local.bench.report.Series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured, and the targets.
 *
 * @param closed constant answer, ours and the plain reference, one request after the other
 * @param open ours and the plain reference at a fixed rate
 */
record IngestReport(
        int rounds,
        IngestSettings settings,
        List<Contestant> closed,
        List<Contestant> open,
        List<String> notes,
        List<String> wrong) {

    BenchReport toReport() {
        List<Series> series = new ArrayList<>();
        closed.forEach(one -> series.add(one.throughput()));
        Stream.of(closed, open)
                .flatMap(List::stream)
                .forEach(one -> series.addAll(List.of(one.p50(), one.p99())));
        return new BenchReport(
                "ingest",
                ("%d rounds of %d s, unique signed callbacks over %d connections: as fast as they"
                                + " go, and %,.0f a second")
                        .formatted(
                                rounds,
                                settings.seconds(),
                                settings.connections(),
                                settings.rate()),
                series,
                goals(),
                Stream.concat(closed.stream(), open.stream())
                        .map(Contestant::distribution)
                        .toList(),
                Stream.concat(Stream.of("Plain reference: linger.ms " + linger()), notes.stream())
                        .toList(),
                wrong);
    }

    private List<Goal> goals() {
        double constant = closed.get(0).throughput().median();
        double ours = closed.get(1).throughput().median();
        double plain = closed.get(2).throughput().median();
        return List.of(
                Goal.atLeast("ours / Javalin's constant answer", ours / constant, 0.55),
                Goal.atLeast("ours / plain reference", ours / plain, 1.3),
                Goal.below(
                        "p99 at %d connections".formatted(settings.connections()),
                        "ms",
                        closed.get(1).p99().median(),
                        15),
                Goal.below(
                        "p99 at %,.0f a second".formatted(settings.rate()),
                        "ms",
                        open.get(0).p99().median(),
                        10));
    }

    private String linger() {
        return settings.referenceLinger() < 0
                ? "is Kafka's default of 5"
                : "" + settings.referenceLinger();
    }
}
