package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;
import com.voicesurvey.telephony.testbed.Infra;
import com.voicesurvey.telephony.testbed.postgres.Postgres;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** PostgreSQL goes away under a processor, gently or not, and comes back. */
class DatabaseAwayIT {

    @Test
    void no_record_is_lost_or_doubled_and_reading_goes_on_by_itself() throws Exception {
        try (Postgres postgres = Infra.kind().startPostgres();
                Pipeline pipeline =
                        Pipeline.on(Infra.kafka(), postgres.createDatabase()).migrated()) {
            AtomicInteger failures = new AtomicInteger();
            pipeline.startProcessor(Map.of(), new FailureCount(failures));
            pipeline.produce(calls(pipeline, 20));
            pipeline.awaitAllApplied();
            List<CallEvent> meanwhile = calls(pipeline, 30);

            postgres.kill();
            pipeline.produce(meanwhile);
            await("the processor to notice")
                    .atMost(Pipeline.PATIENCE)
                    .until(() -> failures.get() > 1);
            postgres.start();
            pipeline.awaitAllApplied();

            assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(100);
            assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS, PROCESSED_EVENTS.DUPLICATES.gt(0)))
                    .isZero();
        }
    }

    private static List<CallEvent> calls(Pipeline pipeline, int count) {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TestCall call = pipeline.seeds.call();
            events.addAll(List.of(call.initiated(), call.completed()));
        }
        return events;
    }

    private static final class FailureCount implements ConsumerListener {
        private final AtomicInteger failures;

        FailureCount(AtomicInteger failures) {
            this.failures = failures;
        }

        @Override
        public void failed(RuntimeException cause) {
            failures.incrementAndGet();
        }
    }
}
