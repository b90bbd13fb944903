package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.db.enums.CallStage;
import com.voicesurvey.telephony.processor.db.enums.EventDisposition;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** The scheduler commits its attempts after dialling, so that events may be there first. */
class EventBeforeItsAttemptIT extends PipelineTest {

    @Test
    void it_waits_blocks_nobody_and_is_applied_in_order_once_the_attempt_is_there() {
        TestCall early = TestCall.of("call-early");
        TestCall other = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(early.initiated(), early.ringing(), early.answered(), other.busy());
        pipeline.awaitAllApplied();
        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isEqualTo(3);
        assertThat(pipeline.sql.fetchCount(CALL_ATTEMPTS, CALL_ATTEMPTS.ENDED_AT.isNotNull()))
                .isEqualTo(1);

        pipeline.seeds.contact(early);
        pipeline.seeds.attempt(early, 1);

        await("the parked events to be applied")
                .atMost(Duration.ofSeconds(10))
                .until(() -> stageOf(early) == CallStage.answered);
        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isZero();
        assertThat(
                        pipeline.sql.fetchCount(
                                PROCESSED_EVENTS,
                                PROCESSED_EVENTS.DISPOSITION.eq(EventDisposition.applied)))
                .isEqualTo(4);
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() == 1);
    }

    @Test
    void what_waits_comes_before_the_calls_next_event() {
        TestCall call = TestCall.of("call-early");
        pipeline.startProcessor();
        pipeline.produce(call.answered());
        pipeline.awaitAllApplied();

        // attempt and end become visible together: the answer still counts as the earlier one
        pipeline.seeds.contact(call);
        pipeline.seeds.attempt(call, 1);
        pipeline.produce(call.completed());
        pipeline.awaitAllApplied();

        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() == 1);
        assertThat(stageOf(call)).isEqualTo(CallStage.ended);
    }

    @Test
    void a_repetition_of_a_waiting_event_is_only_counted() {
        TestCall call = TestCall.of("call-early");
        pipeline.startProcessor();

        pipeline.produce(call.ringing(), call.ringing());
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isEqualTo(1);
        assertThat(pipeline.sql.selectFrom(PROCESSED_EVENTS).fetchSingle().getDuplicates())
                .isEqualTo(2);
    }

    private CallStage stageOf(TestCall call) {
        return pipeline.sql
                .selectFrom(CALL_ATTEMPTS)
                .where(CALL_ATTEMPTS.CALL_ID.eq(call.id().value()))
                .fetchSingle()
                .getCallStage();
    }
}
