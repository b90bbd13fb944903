package com.voicesurvey.telephony.processor;

import static com.voicesurvey.telephony.processor.db.Tables.OUTBOX;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.outbox.OutboxRelay;
import com.voicesurvey.telephony.processor.outbox.RelayProducer;
import com.voicesurvey.telephony.processor.store.Outbox;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;

/** A topic that nobody has made, as after an upgrade to a version that writes one more. */
class MissingTopicIT extends PipelineTest {
    private final List<String> tried = new CopyOnWriteArrayList<>();

    @Test
    void it_is_tried_once_a_round_and_holds_up_no_other() {
        pipeline.deleteTopic(Topics.OVERDUE_CALLS);
        add(Topics.OVERDUE_CALLS, Topics.OVERDUE_CALLS, Topics.DIALOGUE_STARTS);
        try (var producer = new RelayProducer(this::producer)) {
            OutboxRelay relay = new OutboxRelay(pipeline.database(), producer);

            assertThatThrownBy(relay::relay).isInstanceOf(KafkaException.class);
            assertThat(tried).containsExactly(Topics.OVERDUE_CALLS, Topics.DIALOGUE_STARTS);

            tried.clear();
            add(Topics.DIALOGUE_STARTS);
            assertThatThrownBy(relay::relay).isInstanceOf(KafkaException.class);
            assertThat(tried.getFirst()).isEqualTo(Topics.DIALOGUE_STARTS);
            assertThat(tried.getLast()).isEqualTo(Topics.OVERDUE_CALLS);
            assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).isNotEmpty();
            assertThat(pipeline.sql.fetchCount(OUTBOX, OUTBOX.TOPIC.eq(Topics.DIALOGUE_STARTS)))
                    .isZero();

            pipeline.createTopics();
            relay.relay();
            assertThat(pipeline.records(Topics.OVERDUE_CALLS)).hasSize(2);
            assertThat(pipeline.sql.fetchCount(OUTBOX)).isZero();
        }
    }

    @Test
    void a_message_that_is_refused_for_itself_holds_up_no_other_of_its_topic() {
        byte[] tooLarge = new byte[2_000_000];
        pipeline.database()
                .transaction(
                        tx -> {
                            Outbox.add(tx, List.of(message(Topics.DEAD_LETTERS, tooLarge)));
                            return true;
                        });
        try (var producer = new RelayProducer(this::producer)) {
            OutboxRelay relay = new OutboxRelay(pipeline.database(), producer);
            for (int round = 1; round <= 2; round++) {
                add(Topics.DEAD_LETTERS);
                assertThatThrownBy(relay::relay).isInstanceOf(KafkaException.class);
                assertThat(pipeline.records(Topics.DEAD_LETTERS)).hasSize(round);
                assertThat(pipeline.sql.fetchCount(OUTBOX)).isEqualTo(1);
            }
        } finally {
            pipeline.sql.deleteFrom(OUTBOX).execute();
        }
    }

    /** One that says what it is handed, and waits for a topic as long as a test can. */
    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        pipeline.environment().get("KAFKA_BOOTSTRAP_SERVERS"),
                        "acks",
                        "all",
                        "max.block.ms",
                        "1000"),
                new ByteArraySerializer(),
                new ByteArraySerializer()) {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                tried.add(record.topic());
                return super.send(record);
            }
        };
    }

    private void add(String... topics) {
        pipeline.database()
                .transaction(
                        tx -> {
                            Outbox.add(
                                    tx,
                                    Arrays.stream(topics).map(MissingTopicIT::message).toList());
                            return topics.length;
                        });
    }

    private static OutboxMessage message(String topic) {
        return message(topic, new byte[] {1});
    }

    private static OutboxMessage message(String topic, byte[] value) {
        return new OutboxMessage(
                topic, new byte[] {1}, value, List.of(MessageHeader.text("ce_id", "message")));
    }
}
