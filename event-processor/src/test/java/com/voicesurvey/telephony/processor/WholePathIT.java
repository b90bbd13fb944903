package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.db.enums.CallOutcome;
import com.voicesurvey.telephony.processor.db.enums.CallStage;
import com.voicesurvey.telephony.processor.db.enums.ContactState;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** From the topic to the rows and to the dialogue's topic. */
class WholePathIT extends PipelineTest {
    @Test
    void an_answered_and_completed_call_is_ended_and_its_outcome_is_left_to_the_dialogue() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(call.initiated(), call.ringing(), call.answered(), call.completed());
        pipeline.awaitAllApplied();

        var attempt = pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle();
        assertThat(attempt.getProviderCallId()).isEqualTo(call.leg().value());
        assertThat(attempt.getCallStage()).isEqualTo(CallStage.ended);
        assertThat(attempt.getProviderRawStatus()).isEqualTo("completed");
        assertThat(attempt.getAnsweredAt())
                .isEqualTo(call.start().plusSeconds(2).atOffset(ZoneOffset.UTC));
        assertThat(attempt.getEndedAt())
                .isEqualTo(call.start().plusSeconds(3).atOffset(ZoneOffset.UTC));
        assertThat(attempt.getDurationSeconds()).isEqualTo(13);
        assertThat(attempt.getOutcome()).isNull();
        var contact = pipeline.sql.selectFrom(CONTACTS).fetchSingle();
        assertThat(contact.getState()).isEqualTo(ContactState.in_progress);
    }

    @Test
    void an_answered_call_starts_one_dialogue_in_the_campaigns_language() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(call.answered(), call.answered());
        pipeline.awaitAllApplied();

        await().atMost(Pipeline.PATIENCE)
                .untilAsserted(
                        () -> assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(1));
        var start = pipeline.records(Topics.DIALOGUE_STARTS).getFirst();
        assertThat(new String(start.key(), StandardCharsets.UTF_8)).isEqualTo(call.id().value());
        assertThat(new String(start.value(), StandardCharsets.UTF_8))
                .contains("\"language\":\"en\"", call.leg().value(), call.contact().toString());
        assertThat(Pipeline.header(start, "ce_type")).isEqualTo("dialogue.start");
        assertThat(Pipeline.header(start, "ce_id")).startsWith("dialogue.start/");
    }

    @Test
    void a_busy_line_sets_attempt_and_contact() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(call.initiated(), call.busy());
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle().getOutcome())
                .isEqualTo(CallOutcome.busy);
        var contact = pipeline.sql.selectFrom(CONTACTS).fetchSingle();
        assertThat(contact.getState()).isEqualTo(ContactState.not_reached);
        assertThat(contact.getLastOutcome()).isEqualTo(CallOutcome.busy);
    }

    @Test
    void a_failed_call_keeps_the_providers_error() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(call.failed());
        pipeline.awaitAllApplied();

        var attempt = pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle();
        assertThat(attempt.getOutcome()).isEqualTo(CallOutcome.failed);
        assertThat(attempt.getErrorCode()).isEqualTo("13224");
        assertThat(attempt.getErrorMessage()).isEqualTo("unreachable");
    }

    @Test
    void a_duplicate_is_counted_and_changes_nothing() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();

        pipeline.produce(call.ringing(), call.ringing());
        pipeline.awaitAllApplied();

        var event = pipeline.sql.selectFrom(PROCESSED_EVENTS).fetchSingle();
        assertThat(event.getDuplicates()).isEqualTo(2);
    }
}
