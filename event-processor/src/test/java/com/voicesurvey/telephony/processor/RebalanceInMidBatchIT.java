package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A processor that is held up in a transaction for so long that its partitions are given to
 * another, and then goes on as if nothing had been.
 */
class RebalanceInMidBatchIT extends PipelineTest {

    @Test
    void a_batch_that_outlives_its_assignment_is_applied_once() throws Exception {
        Map<String, String> impatient = Map.of("KAFKA_MAX_POLL_INTERVAL_MS", "3000");
        TestCall held = pipeline.seeds.call();
        List<CallEvent> events = new ArrayList<>(List.of(held.initiated(), held.answered()));
        for (int i = 0; i < 30; i++) {
            TestCall call = pipeline.seeds.call();
            events.addAll(List.of(call.answered(), call.completed()));
        }
        try (Connection holder = pipeline.holdAttempt(held)) {
            pipeline.startProcessor(impatient, new ConsumerListener() {});
            pipeline.produce(events);
            awaitWaiting(1);
            pipeline.startProcessor(impatient, new ConsumerListener() {});
            // the second one has the partition now, and waits for its offset's lock
            awaitWaiting(2);
            holder.rollback();
        }
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(62);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS, PROCESSED_EVENTS.DUPLICATES.gt(0)))
                .as("events that the ledger had to hold back")
                .isZero();
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() >= 31);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(31);
    }

    private void awaitWaiting(int sessions) {
        await(sessions + " processors to wait for a lock")
                .atMost(Pipeline.PATIENCE)
                .until(
                        () ->
                                pipeline.sql.fetchCount(
                                                DSL.table("pg_stat_activity"),
                                                DSL.condition(
                                                        "datname = current_database() and"
                                                                + " wait_event_type = 'Lock'"))
                                        >= sessions);
    }
}
