package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.event.CallEvent;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The topic is deleted and created again under its name while a processor reads it. */
class TopicRecreatedIT extends PipelineTest {

    @Test
    void nothing_of_a_new_topic_of_the_same_name_is_skipped() {
        pipeline.startProcessor();
        pipeline.produce(calls(40));
        pipeline.awaitAllApplied();

        pipeline.createTopics();
        pipeline.produce(calls(5));
        pipeline.awaitAllApplied();

        pipeline.createTopics();
        pipeline.produce(calls(80));
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(2 * (40 + 5 + 80));
    }

    @Test
    void nothing_is_skipped_if_it_happens_while_no_processor_runs() {
        EventProcessor first = pipeline.startProcessor();
        pipeline.produce(calls(40));
        pipeline.awaitAllApplied();
        first.close();
        pipeline.createTopics();
        pipeline.produce(calls(60));

        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(200);
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
