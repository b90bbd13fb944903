package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.store.LedgerRetention;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The ledger's days. */
class LedgerRetentionIT extends PipelineTest {

    @Test
    void events_go_to_their_days_partition_and_old_days_are_dropped_whole() {
        retention(Instant.now()).apply();
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();
        assertThat(rowsIn("processed_events_default")).isZero();

        retention(Instant.now().plus(Duration.ofDays(3))).apply();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(1);

        retention(Instant.now().plus(Duration.ofDays(9))).apply();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isZero();
    }

    @Test
    void a_replay_of_a_dropped_day_changes_nothing_and_starts_no_second_dialogue() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();
        pipeline.produce(call.answered(), call.busy());
        pipeline.awaitAllApplied();
        var before = pipeline.attempts();
        pipeline.sql.deleteFrom(PROCESSED_EVENTS).execute();

        pipeline.produce(call.answered(), call.busy());
        pipeline.awaitAllApplied();

        assertThat(pipeline.attempts()).isEqualTo(before);
        assertThat(pipeline.sql.fetchCount(com.voicesurvey.telephony.processor.db.Tables.OUTBOX))
                .isLessThanOrEqualTo(1);
        assertThat(
                        pipeline.records(Topics.DIALOGUE_STARTS).stream()
                                .map(record -> Pipeline.header(record, "ce_id"))
                                .distinct()
                                .toList())
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void days_may_be_made_while_the_default_partition_holds_some_of_their_events() {
        TestCall call = pipeline.seeds.call();
        pipeline.sql.execute(
                "insert into processed_events (call_id, provider_call_id, event_type, event_day,"
                        + " received_at, taken_at, kafka_partition, kafka_offset) values (?, 'CA1',"
                        + " 'call.ringing', current_date + 2, now(), now(), 0, 0)",
                call.id().value());

        retention(Instant.now()).apply();

        assertThat(rowsIn("processed_events_default")).isEqualTo(1);
        assertThat(partitions()).hasSizeGreaterThan(3);
    }

    private LedgerRetention retention(Instant now) {
        return new LedgerRetention(
                pipeline.database(), Clock.fixed(now, java.time.ZoneOffset.UTC), 5);
    }

    private long rowsIn(String table) {
        return pipeline.sql.fetchCount(org.jooq.impl.DSL.table(table));
    }

    private List<String> partitions() {
        return pipeline.sql
                .fetch(
                        "select inhrelid::regclass::text from pg_inherits where inhparent ="
                                + " 'processed_events'::regclass")
                .into(String.class);
    }
}
