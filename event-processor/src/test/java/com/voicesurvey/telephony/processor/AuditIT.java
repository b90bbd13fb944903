package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** The database compared with the topic: what is found, what is mended, what is let be. */
class AuditIT extends PipelineTest {
    private static final List<Damage> DAMAGES =
            List.of(
                    new Damage("call_attempts", "answered_at = null", "answered_at"),
                    new Damage(
                            "call_attempts",
                            "call_stage = 'ringing', ended_at = null, outcome = null",
                            "ended_at"),
                    new Damage(
                            "call_attempts",
                            "provider_raw_status = 'queued'",
                            "provider_raw_status"),
                    new Damage("call_attempts", "duration_seconds = 1", "duration_seconds"),
                    new Damage("call_attempts", "outcome = 'failed'", "outcome"),
                    new Damage(
                            "call_attempts",
                            "ended_at = ended_at + interval '1 second'",
                            "ended_at"),
                    new Damage("call_attempts", "error_code = '1'", "error_code"),
                    new Damage(
                            "contacts",
                            "state = 'in_progress', last_outcome = null",
                            "contact.state"),
                    new Damage("contacts", "last_outcome = 'failed'", "contact.last_outcome"));

    /** What somebody did to a row, and the field that shows it. */
    private record Damage(String table, String change, String field) {}

    private OperatorAtWork operator = new OperatorAtWork(Map.of());

    @BeforeEach
    void operator() {
        operator = new OperatorAtWork(pipeline.environment());
    }

    @Test
    void traffic_of_every_kind_is_exact() {
        TestCall answered = pipeline.seeds.call();
        TestCall busy = pipeline.seeds.call();
        TestCall failed = pipeline.seeds.call();
        TestCall again = busy.again("again-" + busy.id());
        pipeline.seeds.attempt(again, 2);
        TestCall waiting = TestCall.of("waiting-" + busy.id());
        pipeline.produce(answered.fiveEvents());
        pipeline.produce(answered.machineDetected(), answered.ringing());
        pipeline.produce(busy.busy(), busy.ringing(), failed.failed(), again.ringing());
        pipeline.produce(waiting.ringing());
        pipeline.produce(busy.id().value(), new byte[] {'{'});
        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        var done = operator.types("audit", "--json");

        assertThat(done.out()).contains("\"differences\":0");
        assertThat(done.exitCode()).isZero();
        assertThat(done.report().get("exact").asInt()).isEqualTo(4);
        assertThat(done.report().get("nothing_to_compare").asInt()).isEqualTo(1);
        assertThat(done.report().get("unreadable").asInt()).isEqualTo(1);
    }

    @Test
    void each_difference_is_named_and_mended() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.initiated(), call.ringing(), call.answered(), call.busy());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        List<String> before = pipeline.state();
        for (Damage damage : DAMAGES) {
            pipeline.sql.execute("update " + damage.table() + " set " + damage.change());

            var found = operator.types("audit");
            assertThat(found.exitCode()).as(damage.change()).isEqualTo(3);
            assertThat(found.out()).contains(call.id() + "  " + damage.field() + ": topic");

            var mended = operator.types("audit", "--repair", "--json");
            assertThat(mended.report().get("repaired").asInt()).isEqualTo(1);
            assertThat(mended.exitCode()).isZero();
            assertThat(pipeline.state()).as(damage.change()).isEqualTo(before);
        }
        assertThat(operator.types("audit").exitCode()).isZero();
    }

    @Test
    void an_event_that_the_ledger_lost_is_entered_again() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.ringing(), call.busy());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        pipeline.sql.execute("delete from processed_events where event_type = 'call.ringing'");

        assertThat(operator.types("audit").out()).contains("ledger: topic call.ringing");
        operator.types("audit", "--repair");

        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(2);
        assertThat(operator.types("audit").exitCode()).isZero();
    }

    @Test
    void what_the_dialogue_and_others_have_decided_is_let_be() {
        TestCall dialogue = pipeline.seeds.call();
        TestCall planned = pipeline.seeds.call();
        TestCall refused = pipeline.seeds.call();
        pipeline.produce(dialogue.answered(), dialogue.busy());
        pipeline.produce(planned.busy(), refused.busy());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        pipeline.sql.execute(
                "update call_attempts set outcome = 'completed' where call_id = ?",
                dialogue.id().value());
        contact(dialogue, "state = 'completed', last_outcome = 'completed'");
        // planned anew by the scheduler, and excluded by somebody
        contact(planned, "state = 'pending'");
        contact(refused, "state = 'excluded', last_outcome = null");
        List<String> before = pipeline.state();

        var done = operator.types("audit", "--repair");

        assertThat(done.out()).contains(" 0 different");
        assertThat(pipeline.state()).isEqualTo(before);

        // also where something else of the same call is mended
        pipeline.sql.execute(
                "update call_attempts set provider_raw_status = 'x' where call_id = ?",
                dialogue.id().value());
        operator.types("audit", "--repair");
        assertThat(pipeline.state()).isEqualTo(before);
    }

    @Test
    void a_call_with_events_outside_of_what_is_read_is_not_compared() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.ringing(), call.busy());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        pipeline.deleteAllRecords();
        TestCall later = call.again("later-" + call.id());
        pipeline.seeds.attempt(later, 2);
        pipeline.produce(later.ringing());
        pipeline.produce(call.answered());
        pipeline.awaitAllApplied();

        var done = operator.types("audit", "--json");

        assertThat(done.report().get("only_partly_read").asInt()).isEqualTo(1);
        assertThat(done.report().get("exact").asInt()).isEqualTo(1);
    }

    @Test
    void an_attempt_that_is_gone_is_a_difference_that_nobody_can_mend() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.busy());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        pipeline.sql.execute("delete from call_attempts");

        var done = operator.types("audit", "--repair");

        assertThat(done.out()).contains("attempt: topic 1 events, database -");
        assertThat(done.exitCode()).isEqualTo(3);
    }

    private void contact(TestCall call, String change) {
        pipeline.sql.execute(
                "update contacts set " + change + " where id = ?", call.contact().value());
    }
}
