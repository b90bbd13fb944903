package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.local.bench.database.BenchPostgres;
import com.voicesurvey.telephony.local.bench.database.CallCounts;
import com.voicesurvey.telephony.local.bench.database.CallDatabases;
import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.kafka.PreloadedTopic;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.util.ArrayList;
import java.util.List;

/** Events a second from a preloaded topic into a fresh database: ours, and four references. */
public final class ApplyBench {
    private static final String TEMPLATE = "bench_template";
    private static final String RUN = "bench_run";

    private final Workbench bench;
    private final ApplySettings settings;
    private final KafkaCluster kafka;
    private final CallDatabases databases;
    private final Database template;
    private final EventSet all;
    private final EventSet some;
    private final List<String> wrong = new ArrayList<>();

    private ApplyBench(
            Workbench bench,
            ApplySettings settings,
            KafkaCluster kafka,
            CallDatabases databases,
            long[] codes) {
        this.bench = bench;
        this.settings = settings;
        this.kafka = kafka;
        this.databases = databases;
        this.all = EventSet.all(codes);
        this.some = EventSet.first(codes, settings.slowEvents() / BenchKafka.PARTITIONS);
        this.template = databases.create(TEMPLATE, bench.children());
    }

    /** Runs it; takes some minutes. */
    public static BenchReport run(Workbench bench, ApplySettings settings) {
        try (Owned owned = new Owned()) {
            Steps steps = bench.steps();
            CallDatabases databases = new CallDatabases(BenchPostgres.start(owned, steps));
            KafkaCluster kafka = BenchKafka.start(owned, steps);
            long[] codes = ReportOrder.codes(0, settings.onTopic());
            steps.run(
                    "%,d events".formatted(codes.length),
                    () ->
                            PreloadedTopic.write(
                                    kafka.bootstrapServers(), codes, bench.shell().stop()));
            ApplyBench apply =
                    steps.run(
                            "calls",
                            () -> new ApplyBench(bench, settings, kafka, databases, codes));
            return apply.measure();
        }
    }

    private BenchReport measure() {
        CallDatabases.addCalls(template, 0, all.calls());
        ApplyReferences references = new ApplyReferences(bench, kafka.bootstrapServers());
        ApplyReport report = new ApplyReport(bench.rounds(), settings, some.size());
        for (int round = 1; round <= bench.rounds(); round++) {
            int now = round;
            report.variants()
                    .forEach(
                            variant -> {
                                double rate = measure(variant, references, now);
                                variant.rates().add(rate);
                                bench.progress(
                                        "round %d  %-34s %,9.0f/s"
                                                .formatted(now, variant.name(), rate));
                            });
        }
        return report.toReport(wrong);
    }

    /** Events a second. */
    private double measure(ApplyReport.Variant variant, ApplyReferences references, int round) {
        Database database = databases.copy(template, RUN);
        try {
            EventSet set = variant.kind().takesAll() ? all : some;
            long warmUp = set.size() * (long) settings.warmUp() / settings.onTopic();
            return switch (variant.kind()) {
                case OURS -> {
                    long sent =
                            new OursApplying(bench, kafka.bootstrapServers())
                                    .run(database, set.size());
                    check(variant.name(), round, database, set, sent);
                    yield AppliedRate.of(database, warmUp);
                }
                case BATCH, EACH, EACH_ON_SIX -> {
                    references.apply(variant.kind(), database, set);
                    long left = new Sql(database).number("select count(*) from outbox");
                    check(variant.name(), round, database, set, left);
                    yield AppliedRate.of(database, warmUp);
                }
                case COPY -> settings.events() / references.copy(database, settings.events());
            };
        } finally {
            databases.drop(RUN);
        }
    }

    private void check(String variant, int round, Database database, EventSet set, long dialogues) {
        CallCounts held = CallCounts.held(database);
        CallCounts expected = set.expected();
        if (!held.equals(expected)) {
            wrong.add("%s, round %d: %s instead of %s".formatted(variant, round, held, expected));
        }
        if (dialogues != set.dialogues()) {
            wrong.add(
                    "%s, round %d: %,d dialogue starts instead of %,d"
                            .formatted(variant, round, dialogues, set.dialogues()));
        }
    }
}
