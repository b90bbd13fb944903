package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The topic applied again: into what is lost, beside who is at work, and without a dialogue. */
class ReplayIT extends PipelineTest {
    private OperatorAtWork operator = new OperatorAtWork(Map.of());

    @BeforeEach
    void operator() {
        operator = new OperatorAtWork(pipeline.environment());
    }

    @Test
    void an_emptied_database_comes_back_as_it_was_and_no_dialogue_starts_again() {
        List<TestCall> calls = traffic(12);
        EventProcessor processor = pipeline.startProcessor();
        pipeline.awaitAllApplied();
        awaitDialogues(12);
        processor.close();
        List<String> before = pipeline.state();
        empty();

        var unread = operator.types("audit", "--json");
        assertThat(unread.report().get("read").asInt()).isZero();
        assertThat(unread.report().get("left_to_processors").asInt()).isEqualTo(12 * 5);

        var left = operator.types("replay", "--from", "beginning", "--json");
        assertThat(left.exitCode()).isZero();
        assertThat(left.report().get("applied").asInt()).isZero();
        assertThat(left.report().get("left_to_processors").asInt()).isEqualTo(12 * 5);

        var done = operator.types("replay", "--from", "beginning", "--take-over", "--json");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.report().get("applied").asInt()).isEqualTo(12 * 5);
        assertThat(pipeline.state()).isEqualTo(before);
        assertThat(operator.types("audit", "--json").report().get("differences").asInt()).isZero();

        pipeline.startProcessor();
        TestCall next = pipeline.seeds.call();
        pipeline.produce(next.answered());
        pipeline.awaitAllApplied();
        awaitDialogues(13);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(calls.size() * 5 + 1);
    }

    @Test
    void a_database_restored_from_a_backup_ends_exact() {
        traffic(6);
        EventProcessor processor = pipeline.startProcessor();
        pipeline.awaitAllApplied();
        awaitDialogues(6);
        List<TestCall> underWay =
                List.of(pipeline.seeds.call(), pipeline.seeds.call(), pipeline.seeds.call());
        Backup backup = Backup.of(pipeline.sql);
        underWay.forEach(call -> pipeline.produce(call.fiveEvents()));
        pipeline.awaitAllApplied();
        awaitDialogues(9);
        processor.close();
        List<String> before = pipeline.state();

        backup.restore();
        assertThat(pipeline.state()).isNotEqualTo(before);
        var replayed = operator.types("replay", "--from", "beginning", "--take-over", "--json");

        assertThat(replayed.report().get("applied").asInt()).isEqualTo(15);
        assertThat(replayed.report().get("already_there").asInt()).isEqualTo(30);
        assertThat(operator.types("audit").exitCode()).isZero();
        assertThat(pipeline.state()).isEqualTo(before);
        pipeline.startProcessor();
        TestCall next = pipeline.seeds.call();
        pipeline.produce(next.answered());
        awaitDialogues(10);
    }

    @Test
    void beside_a_processor_nothing_is_applied_twice_and_nothing_counts_as_repeated() {
        traffic(4);
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        awaitDialogues(4);
        List<String> before = pipeline.state();

        var done = operator.types("replay", "--from", "beginning", "--json");

        assertThat(done.report().get("already_there").asInt()).isEqualTo(20);
        assertThat(done.report().get("applied").asInt()).isZero();
        assertThat(pipeline.state()).isEqualTo(before);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS, PROCESSED_EVENTS.DUPLICATES.gt(0)))
                .isZero();
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(4);
    }

    @Test
    void one_call_is_put_back_and_the_others_are_left() {
        List<TestCall> calls = traffic(3);
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        awaitDialogues(3);
        List<String> before = pipeline.state();
        forget(calls.get(0));
        forget(calls.get(1));

        var preview =
                operator.types(
                        "replay",
                        "--from",
                        "1h",
                        "--dry-run",
                        "--json",
                        "--call-id",
                        calls.getFirst().id().value());
        assertThat(preview.report().get("applied").asInt()).isEqualTo(5);
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(5);

        operator.types("replay", "--from", "1h", "--call-id", calls.getFirst().id().value());
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(10);
        assertThat(pipeline.state()).isNotEqualTo(before);

        operator.types(
                "replay", "--from", "1h", "--campaign-id", calls.get(1).campaign().toString());
        assertThat(pipeline.state()).isEqualTo(before);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(3);
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
    }

    @Test
    void an_answer_that_waits_for_its_attempt_starts_no_dialogue_either() {
        TestCall call = TestCall.of("late-attempt");
        pipeline.seeds.contact(call);
        pipeline.produce(call.answered());

        operator.types("replay", "--from", "beginning", "--take-over");
        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isEqualTo(1);

        pipeline.startProcessor();
        pipeline.seeds.attempt(call, 1);
        await("the answer")
                .atMost(Pipeline.PATIENCE)
                .until(
                        () ->
                                pipeline.sql.fetchCount(
                                                CALL_ATTEMPTS,
                                                CALL_ATTEMPTS.ANSWERED_AT.isNotNull())
                                        == 1);
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).isEmpty();
    }

    @Test
    void nothing_is_taken_over_from_a_processor_that_runs() {
        traffic(1);
        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        var refused = operator.types("replay", "--from", "beginning", "--take-over");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("stop them first");
    }

    @Test
    void records_that_were_never_read_are_not_skipped() {
        traffic(2);
        TestCall later = pipeline.seeds.call();
        pipeline.produce(later.ringing());

        var refused = operator.types("replay", "--from", lastOffsets(), "--take-over");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("begin earlier");
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isZero();
    }

    @Test
    void a_dead_letter_is_passed_over_and_not_written_again() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.id().value(), new byte[] {'{'});
        pipeline.produce(call.ringing());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        var done = operator.types("replay", "--from", "beginning", "--json");

        assertThat(done.report().get("not_applicable").asInt()).isEqualTo(1);
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == 1);
        assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
    }

    @Test
    void a_place_that_is_none_is_refused_with_what_to_give() {
        var refused = operator.types("replay", "--from", "yesterday");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("'yesterday'").contains("how long ago");
    }

    private List<TestCall> traffic(int calls) {
        List<TestCall> all = new ArrayList<>();
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            TestCall call = pipeline.seeds.call();
            all.add(call);
            events.addAll(call.fiveEvents());
        }
        pipeline.produce(events);
        return all;
    }

    /** An offset in the fullest partition that is not its first. */
    private String lastOffsets() {
        return pipeline.records(Topics.CALL_EVENTS).stream()
                .filter(record -> record.offset() > 0)
                .findFirst()
                .map(record -> record.partition() + ":" + record.offset())
                .orElseThrow();
    }

    private void awaitDialogues(int count) {
        await("dialogue starts")
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DIALOGUE_STARTS).size() >= count);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(count);
    }

    /** Attempts and contacts, without the times of writing. */
    private void forget(TestCall call) {
        pipeline.sql.execute("delete from processed_events where call_id = ?", call.id().value());
        reset("where call_id = '" + call.id() + "'");
    }

    private void empty() {
        pipeline.sql.execute("truncate processed_events, consumer_offsets, outbox, parked_events");
        reset("");
    }

    private void reset(String which) {
        pipeline.sql.execute(
                """
                update contacts set state = 'in_progress', last_outcome = null
                where id in (select contact_id from call_attempts %s)
                """
                        .formatted(which));
        pipeline.sql.execute(
                """
                update call_attempts set provider_call_id = null, call_stage = 'planned',
                    provider_raw_status = null, answered_at = null, ended_at = null, outcome = null,
                    error_code = null, error_message = null, duration_seconds = null,
                    end_event = null, end_sequence = null, end_provider_time = null,
                    contact_state_before = null, contact_outcome_before = null
                """
                        + which);
    }
}
