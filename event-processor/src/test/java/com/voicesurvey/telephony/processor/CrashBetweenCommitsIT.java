package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A processor that is killed after the database's commit and before Kafka's. */
class CrashBetweenCommitsIT extends PipelineTest {
    @TempDir Path folder;

    @Test
    void what_was_committed_before_the_crash_is_not_applied_again() throws Exception {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            TestCall call = pipeline.seeds.call();
            events.addAll(List.of(call.initiated(), call.answered(), call.completed()));
        }
        pipeline.produce(events);

        runUntilItCrashes();

        assertThat(pipeline.storedOffsets()).isPositive();
        assertThat(pipeline.groupOffsets()).as("Kafka's own offsets").isZero();

        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(150);
        assertThat(
                        pipeline.sql
                                .select(DSL.sum(PROCESSED_EVENTS.DUPLICATES))
                                .from(PROCESSED_EVENTS)
                                .fetchSingle()
                                .value1()
                                .intValue())
                .as("events that were even looked at twice")
                .isZero();
        await().atMost(Pipeline.PATIENCE).until(() -> startIds().size() >= 50);
        assertThat(startIds()).hasSize(50).doesNotHaveDuplicates();
    }

    private List<String> startIds() {
        return pipeline.records(Topics.DIALOGUE_STARTS).stream().map(this::id).toList();
    }

    private String id(ConsumerRecord<byte[], byte[]> record) {
        return Pipeline.header(record, "ce_id");
    }

    private void runUntilItCrashes() throws IOException, InterruptedException {
        File log = folder.resolve("crash.log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashingProcessor.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log);
        builder.environment().putAll(pipeline.environment());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(() -> "see " + log)
                    .isEqualTo(CrashingProcessor.EXIT_CODE);
        } finally {
            process.destroyForcibly();
        }
    }
}
