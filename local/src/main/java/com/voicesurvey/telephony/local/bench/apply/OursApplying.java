package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.local.bench.host.HttpServerJvm;
import com.voicesurvey.telephony.local.bench.host.ServiceProcesses;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.kafka.TopicEnds;
import com.voicesurvey.telephony.local.run.RunFailedException;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.time.Duration;

/** event-processor, from an empty ledger to the end of the topic. */
public record OursApplying(Workbench bench, String kafka) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Runs it until it has read that many events and sent what it has to send.
     *
     * @return how many dialogue starts it sent
     */
    public long run(Database database, long events) {
        TopicEnds topics = new TopicEnds(kafka);
        long before = topics.count(Topics.DIALOGUE_STARTS);
        Sql sql = new Sql(database);
        try (HttpServerJvm processor =
                new ServiceProcesses(bench).processor(kafka, database.url())) {
            processor.start(bench.shell().stop());
            await(
                    processor,
                    () -> sql.number("select sum(next_offset) from consumer_offsets") >= events);
            await(processor, () -> sql.number("select count(*) from outbox") == 0);
        }
        return topics.count(Topics.DIALOGUE_STARTS) - before;
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private void await(HttpServerJvm processor, Condition condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || !processor.jvm().isAlive()) {
                throw new RunFailedException(
                        "event-processor does not get through; its log is in "
                                + bench.folder().results().resolve("log"));
            }
            if (bench.shell().stop().await(BETWEEN_LOOKS)) {
                bench.shell().stop().check();
            }
        }
    }
}
