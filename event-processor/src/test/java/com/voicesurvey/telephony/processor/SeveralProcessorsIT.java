package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Processors of one group that come and go while events flow. */
class SeveralProcessorsIT extends PipelineTest {
    private static final int CALLS_A_WAVE = 60;

    @Test
    void each_answered_call_starts_one_dialogue_whoever_comes_and_goes() {
        EventProcessor first = pipeline.startProcessor();
        pipeline.startProcessor();
        wave();
        EventProcessor third = pipeline.startProcessor();
        wave();
        first.close();
        wave();
        third.close();
        wave();
        pipeline.awaitAllApplied();

        int calls = 4 * CALLS_A_WAVE;
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(4 * calls);
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() >= calls);
        List<String> ids =
                pipeline.records(Topics.DIALOGUE_STARTS).stream()
                        .map(record -> Pipeline.header(record, "ce_id"))
                        .collect(Collectors.toList());
        assertThat(ids).hasSize(calls).doesNotHaveDuplicates();
    }

    private void wave() {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < CALLS_A_WAVE; i++) {
            TestCall call = pipeline.seeds.call();
            events.addAll(
                    List.of(
                            call.initiated(),
                            call.ringing(),
                            call.answered(),
                            call.answered(),
                            call.completed()));
        }
        pipeline.produce(events);
    }
}
