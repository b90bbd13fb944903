package com.voicesurvey.telephony.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.outbox.OutboxRelay;
import com.voicesurvey.telephony.processor.outbox.RelayProducer;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.DatabaseUnavailableException;
import com.voicesurvey.telephony.processor.store.Outbox;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** The relay alone, without a consumer beside it. */
class OutboxRelayIT extends PipelineTest {
    private KafkaProducer<byte[], byte[]> producer;
    private Database database;

    @BeforeEach
    void connect() {
        producer = pipeline.newProducer();
        database = pipeline.database();
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void messages_leave_the_outbox_once_they_are_sent() {
        add(3);
        new OutboxRelay(database, new RelayProducer(() -> producer)).relay();
        assertThat(pipeline.records(Topics.DIALOGUE_STARTS)).hasSize(3);
        assertThat(unsent()).isZero();
    }

    @Test
    void two_relays_at_once_send_each_message_once() throws InterruptedException {
        add(400);
        Thread[] relays = new Thread[4];
        for (int i = 0; i < relays.length; i++) {
            relays[i] =
                    Thread.ofPlatform()
                            .start(
                                    new OutboxRelay(database, new RelayProducer(() -> producer))
                                            ::relay);
        }
        for (Thread relay : relays) {
            relay.join();
        }
        assertThat(ids()).hasSize(400).doesNotHaveDuplicates();
        assertThat(unsent()).isZero();
    }

    @Test
    void a_message_that_was_sent_before_a_crash_is_sent_again_with_the_same_id() {
        add(1);
        pipeline.sql.execute(
                "create function refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'gone'; end $$");
        pipeline.sql.execute(
                "create trigger crash before delete on outbox for each row execute function"
                        + " refuse()");
        assertThatThrownBy(
                        () -> new OutboxRelay(database, new RelayProducer(() -> producer)).relay())
                .isInstanceOf(DatabaseUnavailableException.class);
        pipeline.sql.execute("drop trigger crash on outbox");

        new OutboxRelay(database, new RelayProducer(() -> producer)).relay();

        assertThat(ids()).hasSize(2).containsOnly("message-0");
        assertThat(unsent()).isZero();
    }

    private List<String> ids() {
        return pipeline.records(Topics.DIALOGUE_STARTS).stream()
                .map(record -> Pipeline.header(record, "ce_id"))
                .toList();
    }

    private long unsent() {
        return database.transaction(tx -> Outbox.lockOldest(tx, 1000).size());
    }

    private void add(int count) {
        List<OutboxMessage> messages =
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        new OutboxMessage(
                                                Topics.DIALOGUE_STARTS,
                                                new byte[] {(byte) i},
                                                new byte[] {1},
                                                List.of(
                                                        MessageHeader.text(
                                                                "ce_id", "message-" + i))))
                        .toList();
        database.transaction(
                tx -> {
                    Outbox.add(tx, messages);
                    return count;
                });
    }
}
