package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.TraceParent;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Outbox;

import io.opentelemetry.context.Scope;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Moves messages from the outbox to Kafka.
 *
 * <h2>Failure semantics</h2>
 *
 * A message leaves the outbox only once Kafka has acknowledged it, in the transaction that has held
 * its row since before it was sent: no other relay sends it meanwhile. If the process dies in
 * between, it is sent again, with the same {@code ce_id}. Messages of one key may overtake each
 * other: several rounds may be under way, of this processor and of others. A topic that cannot be
 * handed anything, since it is not there say, is tried once a round, and behind the others from
 * then on.
 */
public final class OutboxRelay {
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Supplier<RelayProducer> producer;
    private final Clock clock;
    private final BiConsumer<OutboxMessage, Instant> listener;
    private volatile Set<String> troubled = Set.of();

    /**
     * A relay.
     *
     * @param producer that waits for all replicas; not closed here
     */
    public OutboxRelay(Database database, RelayProducer producer) {
        this(database, () -> producer, Clock.systemUTC(), (message, at) -> {});
    }

    /**
     * A relay that tells what it has sent.
     *
     * @param producer that waits for all replicas; not closed here
     * @param listener is told of each message that has left the outbox, with the time at which
     *     Kafka's answer was there
     */
    public OutboxRelay(
            Database database,
            Supplier<RelayProducer> producer,
            Clock clock,
            BiConsumer<OutboxMessage, Instant> listener) {
        this.database = database;
        this.producer = producer;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Sends the oldest messages that no other round has in hand, and says whether there may be
     * more. Several threads may be in it at once.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it is not
     *     known which of them have left the outbox
     * @throws KafkaException if Kafka did not take all of them; those that it took are gone from
     *     the outbox
     */
    public boolean relay() {
        Relayed relayed =
                database.transaction(
                        tx -> {
                            List<Outbox.Entry> entries = Outbox.lockOldest(tx, AT_ONCE);
                            Map<Outbox.Entry, Instant> sent = send(entries);
                            if (!sent.isEmpty()) {
                                Outbox.remove(tx, sent.keySet());
                            }
                            return new Relayed(entries.size(), sent);
                        });
        Map<Outbox.Entry, Instant> sent = relayed.sent();
        sent.forEach((entry, at) -> listener.accept(entry.message(), at));
        if (sent.size() < relayed.locked()) {
            throw new KafkaException(
                    "Kafka took " + sent.size() + " of " + relayed.locked() + " messages");
        }
        return sent.size() == AT_ONCE;
    }

    private record Relayed(int locked, Map<Outbox.Entry, Instant> sent) {}

    private Map<Outbox.Entry, Instant> send(List<Outbox.Entry> entries) {
        Map<Outbox.Entry, Future<RecordMetadata>> promises = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        for (Outbox.Entry entry : troubledLast(entries)) {
            String topic = entry.message().topic();
            if (!refused.contains(topic)) {
                Future<RecordMetadata> promise = handOver(entry.message());
                promises.put(entry, promise);
                if (hasWaitedInVain(promise)) {
                    refused.add(topic);
                }
            }
        }
        troubled = refused;
        Map<Outbox.Entry, Instant> sent = new LinkedHashMap<>();
        promises.forEach(
                (entry, promise) -> {
                    if (producer.get().isTaken(promise)) {
                        sent.put(entry, clock.instant());
                    }
                });
        return sent;
    }

    /**
     * Whether the topic was not to be had, so that each further record would wait as long; a record
     * that is refused for itself, its size say, tells nothing of the others.
     */
    private static boolean hasWaitedInVain(Future<RecordMetadata> promise) {
        return promise.state() == Future.State.FAILED
                && promise.exceptionNow() instanceof TimeoutException;
    }

    /** Within the message's own trace, which an agent that watches the producer goes on with. */
    private Future<RecordMetadata> handOver(OutboxMessage message) {
        MessageHeader trace = TraceParent.among(message.headers());
        if (trace == null) {
            return producer.get().send(record(message));
        }
        try (Scope _ = TraceParent.context(trace).makeCurrent()) {
            return producer.get().send(record(message));
        }
    }

    private List<Outbox.Entry> troubledLast(List<Outbox.Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> troubled.contains(entry.message().topic())))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(OutboxMessage message) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(message.topic(), message.key(), message.value());
        for (MessageHeader header : message.headers()) {
            record.headers().add(header.name(), header.value());
        }
        return record;
    }
}
