package com.voicesurvey.telephony.local.bench.ingest;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.host.ServiceProcesses;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.kafka.TopicCheck;
import com.voicesurvey.telephony.local.bench.kafka.TopicSpan;
import com.voicesurvey.telephony.local.bench.load.LoadPlan;
import com.voicesurvey.telephony.local.bench.load.LoadResult;
import com.voicesurvey.telephony.local.bench.load.LoadRun;
import com.voicesurvey.telephony.local.bench.reference.ConstantServer;
import com.voicesurvey.telephony.local.bench.reference.PlainIngest;
import com.voicesurvey.telephony.local.bench.report.BenchReport;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Callbacks a second and how long each takes: a constant answer, ours, and the plain reference. */
public final class IngestBench {
    private static final String CONSTANT = "constant answer";
    private static final String OURS = "ingest-api";
    private static final String PLAIN = "plain reference";
    private static final int FIRST_WARM_UP = 3;

    private final Workbench bench;
    private final IngestSettings settings;
    private final KafkaCluster kafka;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long nextCall;

    private IngestBench(Workbench bench, IngestSettings settings, KafkaCluster kafka) {
        this.bench = bench;
        this.settings = settings;
        this.kafka = kafka;
    }

    /** Runs it; takes some minutes. */
    public static BenchReport run(Workbench bench, IngestSettings settings) {
        try (Owned owned = new Owned()) {
            KafkaCluster kafka = BenchKafka.start(owned, bench.steps());
            return new IngestBench(bench, settings, kafka).measure(owned);
        }
    }

    private BenchReport measure(Owned owned) {
        ServiceProcesses services = new ServiceProcesses(bench);
        String brokers = kafka.bootstrapServers();
        HttpServerJvm constant =
                services.reference(CONSTANT, ConstantServer.class, brokers, Map.of());
        HttpServerJvm ours = services.ingest(brokers);
        HttpServerJvm plain = services.reference(PLAIN, PlainIngest.class, brokers, linger());
        Steps steps = bench.steps();
        for (HttpServerJvm server : List.of(constant, ours, plain)) {
            owned.own(server);
            steps.run(server.name(), () -> server.start(bench.shell().stop()));
        }
        List<Contestant> closed =
                List.of(
                        new Contestant(CONSTANT, constant, false),
                        new Contestant(OURS, ours, true),
                        new Contestant(PLAIN, plain, true));
        List<Contestant> open =
                List.of(
                        new Contestant(OURS + ", open loop", ours, true),
                        new Contestant(PLAIN + ", open loop", plain, true));
        for (int round = 1; round <= bench.rounds(); round++) {
            for (Contestant one : closed) {
                measure(one, 0, round);
            }
            for (Contestant one : open) {
                measure(one, settings.rate(), round);
            }
        }
        return new IngestReport(bench.rounds(), settings, closed, open, notes, wrong).toReport();
    }

    private void measure(Contestant one, double rate, int round) {
        LoadPlan plan = plan(one, rate, round);
        nextCall += ReportOrder.calls(LoadRun.codes(plan)) + ReportOrder.SIDE_BY_SIDE;
        LoadResult result;
        TopicCheck check = new TopicCheck(0, 0, 0);
        try (TopicSpan topic = new TopicSpan(kafka.bootstrapServers(), Topics.CALL_EVENTS)) {
            result = LoadRun.run(bench.children(), plan);
            if (one.keeps()) {
                check = topic.check(LoadRun.codes(plan), LoadRun.log(plan));
            }
        }
        one.add(result);
        bench.progress(
                "round %d  %-26s %,8.0f/s   p50 %.1f  p99 %.1f ms   %s"
                        .formatted(
                                round,
                                one.name(),
                                result.throughput(),
                                result.millis(50),
                                result.millis(99),
                                result.statuses()));
        if (!check.isRight() || check.repeated() > 0) {
            String found = "%s, round %d: on the topic %s".formatted(one.name(), round, check);
            (check.isRight() ? notes : wrong).add(found);
        }
        if (result.acknowledged() < result.sent()) {
            wrong.add(
                    "%s, round %d: not all were answered 200: %s"
                            .formatted(one.name(), round, result.statuses()));
        }
    }

    private LoadPlan plan(Contestant one, double rate, int round) {
        int warmUp = settings.warmUpSeconds() * (round == 1 && rate == 0 ? FIRST_WARM_UP : 1);
        double most = rate == 0 ? settings.prepare() : rate;
        return new LoadPlan(
                one.server().port(),
                ServiceProcesses.PUBLIC_BASE,
                ServiceProcesses.AUTH_TOKEN,
                settings.connections(),
                rate,
                warmUp * 1_000L,
                settings.seconds() * 1_000L,
                nextCall,
                (int) ((warmUp + settings.seconds()) * most) + 1,
                bench.folder().results().resolve("load.bin").toString());
    }

    private Map<String, String> linger() {
        return settings.referenceLinger() < 0
                ? Map.of()
                : Map.of("LINGER_MS", "" + settings.referenceLinger());
    }
}
