package com.voicesurvey.telephony.local.bench.footprint;

import com.voicesurvey.telephony.local.bench.database.BenchPostgres;
import com.voicesurvey.telephony.local.bench.database.CallDatabases;
import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.host.ServiceProcesses;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.load.LoadPlan;
import com.voicesurvey.telephony.local.bench.load.LoadResult;
import com.voicesurvey.telephony.local.bench.load.LoadRun;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How long each service takes from its process's start until it is ready, and its memory. */
public final class FootprintBench {
    private static final int CONNECTIONS = 64;

    private final Workbench bench;
    private final FootprintSettings settings;
    private final KafkaCluster kafka;
    private final Database database;
    private final ServiceFigures ingest = ServiceFigures.of("ingest-api", 0.8, 256);
    private final ServiceFigures processor = ServiceFigures.of("event-processor", 1.5, 320);
    private final List<String> wrong = new ArrayList<>();
    private long nextCall;

    private FootprintBench(
            Workbench bench, FootprintSettings settings, KafkaCluster kafka, Database database) {
        this.bench = bench;
        this.settings = settings;
        this.kafka = kafka;
        this.database = database;
    }

    /** Runs it; takes half a minute a round. */
    public static BenchReport run(Workbench bench, FootprintSettings settings) {
        try (Owned owned = new Owned()) {
            Steps steps = bench.steps();
            CallDatabases databases = new CallDatabases(BenchPostgres.start(owned, steps));
            KafkaCluster kafka = BenchKafka.start(owned, steps);
            Database database =
                    steps.run("tables", () -> databases.create("bench_run", bench.children()));
            return new FootprintBench(bench, settings, kafka, database).measure();
        }
    }

    private BenchReport measure() {
        for (int round = 1; round <= bench.rounds(); round++) {
            measureRound();
            bench.progress("round %d  %s".formatted(round, ingest.latest()));
            bench.progress("round %d  %s".formatted(round, processor.latest()));
        }
        return new BenchReport(
                "footprint",
                "%d starts of each service, then %,d callbacks a second for %d s"
                        .formatted(bench.rounds(), settings.rate(), settings.seconds()),
                Stream.of(ingest, processor).flatMap(s -> s.series().stream()).toList(),
                Stream.of(ingest, processor).flatMap(s -> s.goals().stream()).toList(),
                List.of(),
                List.of(
                        "JVM options: ingest-api %s, event-processor %s"
                                .formatted(bench.jvm().ingest(), bench.jvm().processor())),
                wrong);
    }

    private void measureRound() {
        ServiceProcesses services = new ServiceProcesses(bench);
        LoadPlan planned;
        try (HttpServerJvm receiver = services.ingest(kafka.bootstrapServers());
                HttpServerJvm applier =
                        services.processor(kafka.bootstrapServers(), database.url())) {
            List<HttpServerJvm> both = List.of(receiver, applier);
            planned = plan(receiver.port());
            long calls = ReportOrder.calls(LoadRun.codes(planned));
            CallDatabases.addCalls(database, nextCall, calls);
            nextCall += calls;
            ingest.ready().add(seconds(receiver.start(bench.shell().stop())));
            processor.ready().add(seconds(applier.start(bench.shell().stop())));
            bench.shell().stop().await(Duration.ofSeconds(settings.idleSeconds()));
            ingest.idle().add(receiver.residentMegabytes());
            processor.idle().add(applier.residentMegabytes());
            try (PeakMemory peak = PeakMemory.of(both)) {
                LoadResult result = LoadRun.run(bench.children(), planned);
                List<Double> most = peak.megabytes();
                ingest.loaded().add(most.get(0));
                processor.loaded().add(most.get(1));
                if (result.acknowledged() < result.sent()) {
                    wrong.add("not all were answered 200: " + result.statuses());
                }
            }
        }
    }

    private LoadPlan plan(int port) {
        return new LoadPlan(
                port,
                ServiceProcesses.PUBLIC_BASE,
                ServiceProcesses.AUTH_TOKEN,
                CONNECTIONS,
                settings.rate(),
                0,
                settings.seconds() * 1_000L,
                nextCall,
                settings.seconds() * settings.rate() + 1,
                bench.folder().results().resolve("load.bin").toString());
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
