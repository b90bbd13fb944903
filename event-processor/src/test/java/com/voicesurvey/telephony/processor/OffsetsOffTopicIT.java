package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CONSUMER_OFFSETS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Stored offsets that the topic no longer has. */
class OffsetsOffTopicIT extends PipelineTest {

    @Test
    void records_that_retention_deleted_do_not_stop_the_ones_behind_them() {
        pipeline.produce(calls(30));
        pipeline.deleteAllRecords();
        pipeline.produce(calls(20));

        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(40);
    }

    @Test
    void an_offset_above_the_topics_end_is_set_back_and_nothing_is_applied_twice() {
        EventProcessor first = pipeline.startProcessor();
        pipeline.produce(calls(20));
        pipeline.awaitAllApplied();
        first.close();
        pipeline.sql
                .update(CONSUMER_OFFSETS)
                .set(CONSUMER_OFFSETS.NEXT_OFFSET, CONSUMER_OFFSETS.NEXT_OFFSET.plus(1000L))
                .execute();

        pipeline.startProcessor();
        pipeline.produce(calls(30));

        org.awaitility.Awaitility.await()
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.sql.fetchCount(PROCESSED_EVENTS) == 100);
    }

    private List<CallEvent> calls(int count) {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TestCall call = pipeline.seeds.call();
            events.addAll(List.of(call.initiated(), call.busy()));
        }
        return events;
    }
}
