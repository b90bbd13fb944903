package com.voicesurvey.telephony.local.bench.endtoend;

import com.voicesurvey.telephony.local.bench.database.BenchPostgres;
import com.voicesurvey.telephony.local.bench.database.CallCounts;
import com.voicesurvey.telephony.local.bench.database.CallDatabases;
import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.host.ServiceProcesses;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.load.Latencies;
import com.voicesurvey.telephony.local.bench.load.LoadLog;
import com.voicesurvey.telephony.local.bench.load.LoadPlan;
import com.voicesurvey.telephony.local.bench.load.LoadResult;
import com.voicesurvey.telephony.local.bench.load.LoadRun;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Both services at fixed rates: from the callback to the row, and to the dialogue's start. */
public final class EndToEndBench {
    private static final int CONNECTIONS = 64;
    private static final Duration TIME_TO_SETTLE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Workbench bench;
    private final EndToEndSettings settings;
    private final KafkaCluster kafka;
    private final Database database;
    private final HttpServerJvm ingest;
    private final List<String> wrong = new ArrayList<>();
    private long[] codes = {};
    private long nextCall;

    private EndToEndBench(
            Workbench bench,
            EndToEndSettings settings,
            KafkaCluster kafka,
            Database database,
            HttpServerJvm ingest) {
        this.bench = bench;
        this.settings = settings;
        this.kafka = kafka;
        this.database = database;
        this.ingest = ingest;
    }

    /** Runs it; takes a good minute for each rate and round. */
    public static BenchReport run(Workbench bench, EndToEndSettings settings) {
        try (Owned owned = new Owned()) {
            Steps steps = bench.steps();
            CallDatabases databases = new CallDatabases(BenchPostgres.start(owned, steps));
            KafkaCluster kafka = BenchKafka.start(owned, steps);
            Database database =
                    steps.run("tables", () -> databases.create("bench_run", bench.children()));
            ServiceProcesses services = new ServiceProcesses(bench);
            HttpServerJvm ingest = owned.own(services.ingest(kafka.bootstrapServers()));
            HttpServerJvm processor =
                    owned.own(services.processor(kafka.bootstrapServers(), database.url()));
            for (HttpServerJvm service : List.of(ingest, processor)) {
                steps.run(service.name(), () -> service.start(bench.shell().stop()));
            }
            return new EndToEndBench(bench, settings, kafka, database, ingest).measure();
        }
    }

    private BenchReport measure() {
        List<RateRun> runs = settings.rates().stream().map(RateRun::of).toList();
        for (int round = 1; round <= bench.rounds(); round++) {
            for (RateRun run : runs) {
                measure(run);
                for (RateFigures figures : run.all()) {
                    bench.progress("round %d  %s".formatted(round, figures.latest()));
                }
            }
        }
        CallCounts held = CallCounts.held(database);
        CallCounts expected = CallCounts.expected(codes, nextCall);
        if (!held.equals(expected)) {
            wrong.add("%s instead of %s".formatted(held, expected));
        }
        return new EndToEndReport(bench.rounds(), settings, runs, wrong).toReport();
    }

    private void measure(RateRun run) {
        LoadPlan plan = plan(run.rate());
        long[] planned = LoadRun.codes(plan);
        CallDatabases.addCalls(database, nextCall, ReportOrder.calls(planned));
        nextCall += ReportOrder.calls(planned);
        try (DialogueListener listener = DialogueListener.start(kafka.bootstrapServers())) {
            LoadResult result = LoadRun.run(bench.children(), plan);
            LoadLog log = LoadRun.log(plan);
            codes = concat(codes, Arrays.copyOf(planned, log.size()));
            settle(() -> CallCounts.held(database).ledger() >= codes.length);
            long answers = answers(planned, log.size());
            settle(() -> listener.messages() >= answers);
            if (result.acknowledged() < result.sent()) {
                wrong.add("not all were answered 200: " + result.statuses());
            }
            if (listener.messages() != answers) {
                wrong.add(
                        "%,d dialogue starts instead of %,d"
                                .formatted(listener.messages(), answers));
            }
            run.answered().add(result.latencies());
            Map<String, Long> committed = CommitTimes.since(database, log.dueEpochMicros(0));
            run.committed().add(latencies(plan, log, planned, committed, false));
            run.started().add(latencies(plan, log, planned, listener.firstSeen(), true));
        }
    }

    /** From when each request was due to what is noted of it. */
    private static Histogram latencies(
            LoadPlan plan,
            LoadLog log,
            long[] planned,
            Map<String, Long> ends,
            boolean answersOnly) {
        Histogram micros = Latencies.empty();
        CallNames names = new CallNames();
        long from = log.dueEpochMicros(0) + plan.warmUpMillis() * 1_000;
        for (int i = 0; i < log.size(); i++) {
            Report report = Report.of(planned[i]);
            long due = log.dueEpochMicros(i);
            if (due < from || (answersOnly && report.status() != CallStatus.IN_PROGRESS)) {
                continue;
            }
            String callId = names.callId(report.call()).toString();
            @Nullable Long end = ends.get(answersOnly ? callId : callId + " " + report.eventType());
            if (end != null) {
                micros.recordValue(Math.max(0, end - due));
            }
        }
        return micros;
    }

    private static long answers(long[] planned, int sent) {
        return IntStream.range(0, sent)
                .filter(i -> Report.of(planned[i]).status() == CallStatus.IN_PROGRESS)
                .count();
    }

    /** Waits until it holds; what does not in time is found by the checks. */
    private void settle(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TIME_TO_SETTLE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            if (bench.shell().stop().await(BETWEEN_LOOKS)) {
                bench.shell().stop().check();
            }
        }
    }

    private LoadPlan plan(int rate) {
        int all = settings.warmUpSeconds() + settings.seconds();
        return new LoadPlan(
                ingest.port(),
                ServiceProcesses.PUBLIC_BASE,
                ServiceProcesses.AUTH_TOKEN,
                CONNECTIONS,
                rate,
                settings.warmUpSeconds() * 1_000L,
                settings.seconds() * 1_000L,
                nextCall,
                all * rate + 1,
                bench.folder().results().resolve("load.bin").toString());
    }

    private static long[] concat(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
