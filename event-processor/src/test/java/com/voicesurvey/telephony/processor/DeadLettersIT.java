package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.EventType;
import com.voicesurvey.telephony.domain.wire.CallEventEncoder;
import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.consume.ConsumerListener;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records that cannot be applied: each is set aside with its reason, and nothing waits for it. */
class DeadLettersIT extends PipelineTest {

    @Test
    void an_unreadable_record_is_set_aside_as_it_came_and_the_next_one_is_applied() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        byte[] poison = "{\"schema_version\":1,".getBytes(StandardCharsets.UTF_8);
        pipeline.produce(call.id().value(), poison);
        pipeline.produce(call.ringing());
        pipeline.awaitAllApplied();

        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).isEqualTo(call.id().value().getBytes(StandardCharsets.UTF_8));
        assertThat(Pipeline.header(letter, DeadLetterHeaders.REASON)).isEqualTo("unreadable");
        assertThat(Pipeline.header(letter, DeadLetterHeaders.SOURCE_TOPIC))
                .isEqualTo(Topics.CALL_EVENTS);
        assertThat(Pipeline.header(letter, DeadLetterHeaders.SOURCE_OFFSET)).isEqualTo("0");
        assertThat(Pipeline.header(letter, DeadLetterHeaders.SOURCE_PARTITION)).isNotEmpty();
        assertThat(Instant.parse(Pipeline.header(letter, DeadLetterHeaders.TIME)))
                .isBefore(Instant.now());
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(1);
    }

    @Test
    void an_unknown_status_is_set_aside() {
        TestCall call = pipeline.seeds.call();
        pipeline.startProcessor();

        pipeline.produce(
                call.id().value(),
                CallEventEncoder.encodeUnknownStatus(call.header("on-hold", 1, null), List.of()));

        assertThat(Pipeline.header(deadLetter(), DeadLetterHeaders.REASON))
                .isEqualTo("unknown_status");
    }

    @Test
    void an_event_whose_ids_contradict_the_attempts_is_set_aside_and_can_be_taken_again() {
        TestCall call = pipeline.seeds.call();
        EventHeader right = call.header("busy", 3, null);
        EventHeader wrong =
                new EventHeader(
                        right.callId(),
                        right.campaignId(),
                        new ContactId(UUID.randomUUID()),
                        right.provider(),
                        right.providerCallId(),
                        null,
                        right.providerStatus(),
                        right.providerTime(),
                        right.sequenceNumber(),
                        null,
                        right.receivedAt());
        pipeline.startProcessor();

        pipeline.produce(CallEvent.of(EventType.BUSY, wrong, null, null));

        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(Pipeline.header(letter, DeadLetterHeaders.REASON))
                .isEqualTo("contradicts_attempt");
        assertThat(Pipeline.header(letter, DeadLetterHeaders.DETAIL)).contains("contact_id");
        assertThat(pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle().getOutcome()).isNull();

        pipeline.produce(call.busy());
        pipeline.awaitAllApplied();
        assertThat(pipeline.sql.selectFrom(CALL_ATTEMPTS).fetchSingle().getOutcome()).isNotNull();
    }

    @Test
    void a_record_that_the_database_refuses_is_set_aside_alone() {
        TestCall before = pipeline.seeds.call();
        TestCall refused = pipeline.seeds.call();
        TestCall after = pipeline.seeds.call();
        // any constraint that a release of another system may add
        pipeline.sql.execute(
                "alter table call_attempts add check (provider_raw_status <> 'in-progress' or"
                        + " call_id <> '"
                        + refused.id()
                        + "')");
        pipeline.produce(before.answered(), refused.answered(), after.answered());
        pipeline.startProcessor();
        pipeline.awaitAllApplied();

        assertThat(Pipeline.header(deadLetter(), DeadLetterHeaders.REASON))
                .isEqualTo("not_storable");
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isEqualTo(2);
        assertThat(pipeline.sql.fetchCount(CALL_ATTEMPTS, CALL_ATTEMPTS.ANSWERED_AT.isNotNull()))
                .isEqualTo(2);
    }

    @Test
    void an_event_whose_attempt_never_comes_is_given_up() {
        TestCall call = TestCall.of("call-without-attempt");
        pipeline.startProcessor(Map.of("PARKED_FOR", "1s"), new ConsumerListener() {});

        pipeline.produce(call.ringing());

        assertThat(Pipeline.header(deadLetter(), DeadLetterHeaders.REASON))
                .isEqualTo("attempt_never_came");
        assertThat(pipeline.sql.fetchCount(PARKED_EVENTS)).isZero();
        assertThat(pipeline.sql.fetchCount(PROCESSED_EVENTS)).isZero();
    }

    private ConsumerRecord<byte[], byte[]> deadLetter() {
        await("a dead letter")
                .atMost(Pipeline.PATIENCE)
                .until(() -> !pipeline.records(Topics.DEAD_LETTERS).isEmpty());
        List<ConsumerRecord<byte[], byte[]>> letters = pipeline.records(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }
}
