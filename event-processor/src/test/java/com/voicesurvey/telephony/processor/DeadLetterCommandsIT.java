package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.Topics;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Dead letters looked at, put back and laid aside. */
class DeadLetterCommandsIT extends PipelineTest {
    private OperatorAtWork operator = new OperatorAtWork(Map.of());

    @BeforeEach
    void operator() {
        operator = new OperatorAtWork(pipeline.environment());
    }

    @Test
    void what_was_mended_is_redriven_once_and_keeps_its_history() {
        TestCall call = pipeline.seeds.call();
        // the scheduler had noted another contact with the attempt
        UUID other = UUID.randomUUID();
        pipeline.sql.execute(
                "insert into contacts (id, campaign_id, phone_number) values (?, ?, '+15550100009')",
                other,
                call.campaign().value());
        setContact(call, other);
        pipeline.startProcessor();
        pipeline.produce(call.ringing(), call.busy());
        awaitLetters(2);

        assertThat(operator.types("dead-letters", "list").exitCode()).isEqualTo(3);
        List<String> places =
                operator.types("dead-letters", "list", "--json").lines().stream()
                        .map(letter -> letter.get("place").asText())
                        .toList();
        assertThat(places).hasSize(2);
        setContact(call, call.contact().value());

        var redriven = operator.types("dead-letters", "redrive", "--reason", "contradicts_attempt");
        assertThat(redriven.out()).startsWith("2 dead letters redriven");
        pipeline.awaitAllApplied();
        await("the redriven records")
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.CALL_EVENTS).size() == 4);
        pipeline.awaitAllApplied();

        assertThat(pipeline.attempts().getFirst()).contains("busy");
        ConsumerRecord<byte[], byte[]> again =
                pipeline.records(Topics.CALL_EVENTS).stream()
                        .filter(r -> !Pipeline.header(r, DeadLetterHeaders.REDRIVEN_AT).isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(Pipeline.header(again, DeadLetterHeaders.REASON))
                .isEqualTo("contradicts_attempt");
        assertThat(Pipeline.header(again, DeadLetterHeaders.REDRIVEN_FROM))
                .startsWith("call-events-dlq-");

        assertThat(operator.types("dead-letters", "list").exitCode()).isZero();
        var twice = operator.types("dead-letters", "redrive", places.getFirst());
        assertThat(twice.out())
                .startsWith("0 dead letters redriven")
                .contains("1 had been dealt with before");
        awaitEmptyOutbox();
        assertThat(pipeline.records(Topics.CALL_EVENTS)).hasSize(4);
        assertThat(operator.types("dead-letters", "list", "--all", "--json").lines())
                .allMatch(letter -> letter.get("state").asText().equals("redriven"));
        assertThat(operator.types("audit").exitCode()).isZero();
    }

    @Test
    void a_redriven_event_of_a_call_that_has_ended_starts_no_dialogue() {
        TestCall call = pipeline.seeds.call();
        UUID other = UUID.randomUUID();
        pipeline.startProcessor();
        pipeline.produce(
                CallEvent.of(
                        call.answered().type(),
                        new TestCall(
                                        call.id(),
                                        call.campaign(),
                                        new ContactId(other),
                                        call.leg(),
                                        call.start())
                                .header("in-progress", 2, null),
                        null,
                        null));
        pipeline.produce(call.busy());
        awaitLetters(1);
        pipeline.awaitAllApplied();
        pipeline.sql.execute(
                "insert into contacts (id, campaign_id, phone_number) values (?, ?, '+15550100009')",
                other,
                call.campaign().value());
        setContact(call, other);

        operator.types("dead-letters", "redrive", "--all");
        await().atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.CALL_EVENTS).size() == 3);
        pipeline.awaitAllApplied();

        assertThat(pipeline.sql.fetchCount(CALL_ATTEMPTS, CALL_ATTEMPTS.ANSWERED_AT.isNotNull()))
                .isEqualTo(1);
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).isEmpty();
    }

    @Test
    void one_is_shown_with_its_record_and_without_numbers_and_laid_aside() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();
        pipeline.produce(
                call.id().value(),
                CallEventEncoder.encodeUnknownStatus(
                        call.header("on-hold", 1, null),
                        List.of(new Parameter("To", "+15550100002"))));
        awaitLetters(1);
        String place =
                operator.types("dead-letters", "list", "--json").report().get("place").asText();

        var shown = operator.types("dead-letters", "show", place);
        assertThat(shown.out())
                .contains("unknown_status", "on-hold", call.id().value(), "dlq_source_offset: 0")
                .doesNotContain("5550100002");
        assertThat(operator.types("dead-letters", "show", place, "--numbers").out())
                .contains("+15550100002");

        assertThat(operator.types("dead-letters", "discard", place).out())
                .startsWith("1 dead letters discarded");
        assertThat(operator.types("dead-letters", "list").out()).startsWith("0 dead letters");
        assertThat(operator.types("dead-letters", "redrive", place).out())
                .startsWith("0 dead letters redriven");
        awaitEmptyOutbox();
        assertThat(pipeline.records(Topics.CALL_EVENTS)).hasSize(1);
    }

    @Test
    void the_filters_choose() {
        TestCall one = pipeline.seeds.call();
        TestCall two = pipeline.seeds.call();
        pipeline.startProcessor();
        pipeline.produce(one.id().value(), new byte[] {'{'});
        pipeline.produce(
                two.id().value(),
                CallEventEncoder.encodeUnknownStatus(two.header("on-hold", 1, null), List.of()));
        awaitLetters(2);

        assertThat(found("--reason", "unreadable")).containsExactly(one.id().value());
        assertThat(found("--call-id", two.id().value())).containsExactly(two.id().value());
        assertThat(found("--campaign-id", two.campaign().toString()))
                .containsExactly(two.id().value());
        assertThat(found("--since", "1h")).hasSize(2);
        assertThat(found("--since", "2999-01-01T00:00:00Z")).isEmpty();
        var wrong = operator.types("dead-letters", "list", "--reason", "bad");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("not_storable");
        assertThat(operator.types("dead-letters", "discard").err()).contains("Say which");
    }

    @Test
    void lag_says_how_far_behind_the_database_is() {
        TestCall call = pipeline.seeds.call();
        pipeline.produce(call.fiveEvents());

        var behind = operator.types("lag", "--above", "4", "--json");
        assertThat(behind.exitCode()).isEqualTo(3);
        assertThat(behind.report().get("lag").asInt()).isEqualTo(5);
        assertThat(behind.report().get("processors").asInt()).isZero();

        pipeline.startProcessor();
        pipeline.awaitAllApplied();
        var after = operator.types("lag", "--above", "0");
        assertThat(after.exitCode()).isZero();
        assertThat(after.out()).contains("0 records behind, 1 processors running");
        assertThat(operator.types("calls", "show", call.id().value()).out())
                .contains("call.answered", "overtaken");
        assertThat(operator.types("calls", "show", "nobody").exitCode()).isEqualTo(1);
    }

    private List<String> found(String... filter) {
        String[] words = new String[filter.length + 3];
        words[0] = "dead-letters";
        words[1] = "list";
        words[2] = "--json";
        System.arraycopy(filter, 0, words, 3, filter.length);
        return operator.types(words).lines().stream()
                .map(letter -> letter.get("call_id").asText())
                .toList();
    }

    private void setContact(TestCall call, UUID contact) {
        pipeline.sql.execute(
                "update call_attempts set contact_id = ? where call_id = ?",
                contact,
                call.id().value());
    }

    private void awaitEmptyOutbox() {
        await("the outbox")
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.sql.fetchCount(OUTBOX) == 0);
    }

    private void awaitLetters(int count) {
        await("dead letters")
                .atMost(Pipeline.PATIENCE)
                .until(() -> pipeline.records(Topics.DEAD_LETTERS).size() == count);
    }
}
