package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.processor.db.enums.CallStage;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/** A backlog, whose transactions side by side lose their connections now and then. */
class BacklogOverLostConnectionsIT extends PipelineTest {
    private static final int CALLS = 600;
    private static final Map<String, String> LARGE_BATCHES =
            Map.of("BATCH_SIZE", "600", "PARALLELISM", "2");

    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void each_event_is_applied_once_and_each_call_in_its_order() {
        pipeline.produce(backlog());
        pipeline.sql.execute("create sequence transactions");
        // a sequence keeps counting through a rollback
        pipeline.sql.execute(
                """
                create function lose_connection() returns trigger language plpgsql as $$
                begin
                    if nextval('transactions') in (1, 4, 7) then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                    return null;
                end $$
                """);
        pipeline.sql.execute(
                "create trigger lose_connection after insert on processed_events"
                        + " for each statement execute function lose_connection()");

        pipeline.startProcessor(
                LARGE_BATCHES,
                new ConsumerListener() {
                    @Override
                    public void failed(RuntimeException cause) {
                        failures.incrementAndGet();
                    }
                });
        pipeline.awaitAllApplied();

        assertThat(failures).hasValueGreaterThanOrEqualTo(2);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(4 * CALLS);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS, PROCESSED_EVENTS.DUPLICATES.gt(0)))
                .isZero();
        assertThat(
                        pipeline.sql.fetchCount(
                                CALL_ATTEMPTS,
                                CALL_ATTEMPTS
                                        .CALL_STAGE
                                        .eq(CallStage.ended)
                                        .and(CALL_ATTEMPTS.ANSWERED_AT.isNotNull())))
                .isEqualTo(CALLS);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSizeGreaterThanOrEqualTo(CALLS);
    }

    /** All first events, then all second ones, and so on: a call's are in different batches. */
    private List<CallEvent> backlog() {
        List<TestCall> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(pipeline.seeds.call());
        }
        return Stream.<Function<TestCall, CallEvent>>of(
                        TestCall::initiated,
                        TestCall::ringing,
                        TestCall::answered,
                        TestCall::completed)
                .flatMap(step -> calls.stream().map(step))
                .toList();
    }
}
