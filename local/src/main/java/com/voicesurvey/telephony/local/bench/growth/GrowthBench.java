package com.voicesurvey.telephony.local.bench.growth;

import com.voicesurvey.telephony.local.bench.apply.AppliedRate;
import com.voicesurvey.telephony.local.bench.apply.OursApplying;
import com.voicesurvey.telephony.local.bench.database.BenchPostgres;
import com.voicesurvey.telephony.local.bench.database.CallCounts;
import com.voicesurvey.telephony.local.bench.database.CallDatabases;
import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.kafka.PreloadedTopic;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.report.Goal;
import com.voicesurvey.telephony.local.bench.report.Series;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same events into databases that hold more and more already. */
public final class GrowthBench {
    private static final double WANTED = 0.9;

    private final Workbench bench;
    private final GrowthSettings settings;
    private final KafkaCluster kafka;
    private final CallDatabases databases;
    private final long[] codes;
    private final List<String> wrong = new ArrayList<>();

    private GrowthBench(
            Workbench bench,
            GrowthSettings settings,
            KafkaCluster kafka,
            CallDatabases databases,
            long[] codes) {
        this.bench = bench;
        this.settings = settings;
        this.kafka = kafka;
        this.databases = databases;
        this.codes = codes;
    }

    /** A database of one size, and the events a second into it, round by round. */
    private record Size(int millions, Database database, List<Double> rates) {
        Series series() {
            return new Series("with %d million behind them".formatted(millions), "/s", rates);
        }
    }

    /** Runs it; filling takes some minutes. */
    public static BenchReport run(Workbench bench, GrowthSettings settings) {
        try (Owned owned = new Owned()) {
            Steps steps = bench.steps();
            CallDatabases databases = new CallDatabases(BenchPostgres.start(owned, steps));
            KafkaCluster kafka = BenchKafka.start(owned, steps);
            long[] codes = ReportOrder.codes(0, settings.warmUp() + settings.events());
            steps.run(
                    "%,d events".formatted(codes.length),
                    () ->
                            PreloadedTopic.write(
                                    kafka.bootstrapServers(), codes, bench.shell().stop()));
            return new GrowthBench(bench, settings, kafka, databases, codes).measure();
        }
    }

    private BenchReport measure() {
        List<Size> sizes = settings.millions().stream().map(this::filled).toList();
        for (int round = 1; round <= bench.rounds(); round++) {
            for (Size size : sizes) {
                double rate = measure(size.database(), round);
                size.rates().add(rate);
                bench.progress(
                        "round %d  %-30s %,9.0f/s".formatted(round, size.series().name(), rate));
            }
        }
        return report(sizes);
    }

    private Size filled(int millions) {
        Database database = databases.create("bench_growth_" + millions, bench.children());
        if (millions > 0) {
            new OldCalls(database, bench::progress).add(millions * 1_000_000L);
        }
        return new Size(millions, database, new ArrayList<>());
    }

    /** Events a second. */
    private double measure(Database database, int round) {
        long calls = ReportOrder.calls(codes);
        forget(database, calls);
        CallDatabases.addCalls(database, 0, calls);
        databases.checkpoint();
        new OursApplying(bench, kafka.bootstrapServers()).run(database, codes.length);
        CallCounts held = CallCounts.held(database);
        CallCounts expected = CallCounts.expected(codes, calls);
        if (!held.equals(expected)) {
            wrong.add(
                    "%s, round %d: %s instead of %s"
                            .formatted(database.name(), round, held, expected));
        }
        return AppliedRate.of(database, settings.warmUp());
    }

    /**
     * Takes back what the round before has left, in the indexes too: what is dead there would be
     * met, and marked, by the round's own look-ups, and a vacuum leaves it where it is little.
     */
    private static void forget(Database database, long calls) {
        new Sql(database)
                .run(
                        "truncate consumer_offsets, outbox, parked_events",
                        "delete from processed_events where event_day >= current_date - 1",
                        """
                        delete from contacts where id in
                            (select md5('contact-' || n)::uuid from generate_series(0, %d) n)
                        """
                                .formatted(calls - 1),
                        "vacuum (index_cleanup on) contacts, call_attempts, processed_events");
    }

    private BenchReport report(List<Size> sizes) {
        Size least = sizes.stream().min(Comparator.comparingInt(Size::millions)).orElseThrow();
        Size most = sizes.stream().max(Comparator.comparingInt(Size::millions)).orElseThrow();
        return new BenchReport(
                "growth",
                "%d rounds of %,d events, with so many ledger rows and calls there already"
                        .formatted(bench.rounds(), settings.events()),
                sizes.stream().map(Size::series).toList(),
                List.of(
                        Goal.atLeast(
                                "apply at %d million / at %d"
                                        .formatted(most.millions(), least.millions()),
                                most.series().median() / least.series().median(),
                                WANTED)),
                List.of(),
                List.of("The ledger rows are of 26 past days; each of their calls has ended."),
                wrong);
    }
}
