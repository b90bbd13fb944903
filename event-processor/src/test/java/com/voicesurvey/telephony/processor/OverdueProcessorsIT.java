package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whole processors, of which each asks about overdue calls. */
class OverdueProcessorsIT extends PipelineTest {
    private static final Map<String, String> AT_ONCE =
            Map.of("CALL_EXPECTED", "1s", "OVERDUE_AFTER", "1s", "OVERDUE_REQUESTS", "2");

    @Test
    void they_put_each_question_once_and_stop_at_the_last() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            TestCall call = pipeline.seeds.dialled("call-" + i, hourAgo);
            ids.add("call.overdue/1/" + call.id());
            ids.add("call.overdue/2/" + call.id());
        }

        pipeline.startProcessor(AT_ONCE, new ConsumerListener() {});
        pipeline.startProcessor(AT_ONCE, new ConsumerListener() {});

        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.OVERDUE_CALLS).size() >= ids.size());
        assertThat(pipeline.records(Topics.OVERDUE_CALLS))
                .extracting(record -> Pipeline.header(record, "ce_id"))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(pipeline.sql.fetchCount(OVERDUE_CALLS, OVERDUE_CALLS.NEXT_REQUEST_AT.isNull()))
                .isEqualTo(30);
    }
}
