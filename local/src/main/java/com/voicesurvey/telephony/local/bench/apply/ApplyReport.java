package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.Goal;
import com.voicesurvey.telephony.local.bench.report.Series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was measured, and the targets. */
final class ApplyReport {
    private final int rounds;
    private final ApplySettings settings;
    private final int slowEvents;
    private final List<Variant> variants =
            Arrays.stream(Kind.values()).map(kind -> new Variant(kind, new ArrayList<>())).toList();

    ApplyReport(int rounds, ApplySettings settings, int slowEvents) {
        this.rounds = rounds;
        this.settings = settings;
        this.slowEvents = slowEvents;
    }

    /** What takes part, in its turn. */
    enum Kind {
        OURS("event-processor"),
        BATCH("500 events a transaction, 1 thread"),
        EACH("1 event a transaction, 1 thread"),
        EACH_ON_SIX("1 event a transaction, 6 threads"),
        COPY("COPY into the ledger alone");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** Whether it is quick enough for all events. */
        boolean takesAll() {
            return this != EACH && this != EACH_ON_SIX;
        }
    }

    /**
     * One that takes part.
     *
     * @param rates events a second, a figure a round; added to
     */
    record Variant(Kind kind, List<Double> rates) {
        String name() {
            return kind.title;
        }
    }

    List<Variant> variants() {
        return variants;
    }

    BenchReport toReport(List<String> wrong) {
        return new BenchReport(
                "apply",
                ("%d rounds of %,d events from a topic of 6 partitions after %,d to warm up; fsync and"
                                + " synchronous_commit on")
                        .formatted(rounds, settings.events(), settings.warmUp()),
                variants.stream().map(one -> new Series(one.name(), "/s", one.rates())).toList(),
                List.of(
                        goal("ours / COPY", Kind.COPY, 0.5),
                        goal("ours / one transaction an event, 1 thread", Kind.EACH, 15),
                        goal("ours / one transaction an event, 6 threads", Kind.EACH_ON_SIX, 8)),
                List.of(),
                List.of(
                        "The references with a transaction an event took the first %,d events only."
                                .formatted(slowEvents),
                        "The references leave dialogue starts in the outbox; ours has sent them to"
                                + " Kafka as well."),
                wrong);
    }

    private Goal goal(String what, Kind reference, double bound) {
        return Goal.atLeast(what, median(Kind.OURS) / median(reference), bound);
    }

    private double median(Kind kind) {
        return variants.stream()
                .filter(one -> one.kind() == kind)
                .map(one -> new Series(one.name(), "/s", one.rates()).median())
                .findFirst()
                .orElseThrow();
    }
}
