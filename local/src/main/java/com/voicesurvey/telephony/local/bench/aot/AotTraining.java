package com.voicesurvey.telephony.local.bench.aot;

import com.voicesurvey.telephony.local.bench.database.BenchPostgres;
import com.voicesurvey.telephony.local.bench.database.CallDatabases;
import com.voicesurvey.telephony.local.bench.host.AotCache;
import com.voicesurvey.telephony.local.bench.host.BenchFolder;
import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.host.JvmOptions;
import com.voicesurvey.telephony.local.bench.host.ServiceProcesses;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.BenchKafka;
import com.voicesurvey.telephony.local.bench.load.LoadPlan;
import com.voicesurvey.telephony.local.bench.load.LoadResult;
import com.voicesurvey.telephony.local.bench.load.LoadRun;
import com.voicesurvey.telephony.local.bench.traffic.ReportOrder;
import com.voicesurvey.telephony.local.run.ExitCode;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.local.run.Shell;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes both services' AOT caches: runs them under a short load on a Kafka and a PostgreSQL of its
 * own, and has their JVMs write down what they have learnt.
 */
public record AotTraining(Shell shell) {
    private static final int CONNECTIONS = 8;
    private static final int CALLBACKS_PER_SECOND = 200;
    private static final int SECONDS = 5;

    /** Takes about half a minute. */
    public int run() {
        BenchFolder folder = BenchFolder.find(null);
        AotCache ingest = new AotCache(folder.jar("ingest-api"));
        AotCache processor = new AotCache(folder.jar("event-processor"));
        JvmOptions options =
                new JvmOptions(
                        both(JvmOptions.words(JvmOptions.DEFAULT_INGEST), ingest.make()),
                        both(JvmOptions.words(JvmOptions.DEFAULT_PROCESSOR), processor.make()));
        train(new Workbench(shell, folder, options, 1));
        for (AotCache cache : List.of(ingest, processor)) {
            shell.out().printf("Written: %s (%d MB)%n", written(cache), megabytes(cache.file()));
        }
        return ExitCode.OK;
    }

    private void train(Workbench bench) {
        Steps steps = bench.steps();
        try (Owned owned = new Owned()) {
            CallDatabases databases = new CallDatabases(BenchPostgres.start(owned, steps));
            KafkaCluster kafka = BenchKafka.start(owned, steps);
            Database database =
                    steps.run("tables", () -> databases.create("training", bench.children()));
            ServiceProcesses services = new ServiceProcesses(bench);
            HttpServerJvm receiver = services.ingest(kafka.bootstrapServers());
            HttpServerJvm applier = services.processor(kafka.bootstrapServers(), database.url());
            steps.run(
                    "both services under load",
                    () -> {
                        receiver.start(shell.stop());
                        applier.start(shell.stop());
                        load(bench, receiver.port(), database);
                    });
            steps.run(
                    "what they have learnt",
                    () -> {
                        receiver.close();
                        applier.close();
                    });
        }
    }

    private static void load(Workbench bench, int port, Database database) {
        int callbacks = CALLBACKS_PER_SECOND * SECONDS;
        LoadPlan plan =
                new LoadPlan(
                        port,
                        ServiceProcesses.PUBLIC_BASE,
                        ServiceProcesses.AUTH_TOKEN,
                        CONNECTIONS,
                        CALLBACKS_PER_SECOND,
                        0,
                        SECONDS * 1_000L,
                        0,
                        callbacks + 1,
                        bench.folder().results().resolve("load.bin").toString());
        CallDatabases.addCalls(database, 0, ReportOrder.calls(LoadRun.codes(plan)));
        LoadResult result = LoadRun.run(bench.children(), plan);
        if (result.acknowledged() < result.sent()) {
            throw new RunFailedException("Not all callbacks were taken: " + result.statuses());
        }
    }

    private static Path written(AotCache cache) {
        if (!cache.isCurrent()) {
            throw new RunFailedException(
                    cache.file() + " was not written; the service's log is in target/bench/log");
        }
        return cache.file();
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static long megabytes(Path file) {
        try {
            return Files.size(file) / 1_000_000;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + file, e);
        }
    }
}
