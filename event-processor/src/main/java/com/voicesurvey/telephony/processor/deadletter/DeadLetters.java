package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.DeadLetterReader;
import com.voicesurvey.telephony.domain.wire.RecordHeader;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.domain.wire.WireRecord;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.SourceRecord;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Outbox;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Place;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Settlement;
import com.voicesurvey.telephony.processor.topic.Progress;
import com.voicesurvey.telephony.processor.topic.TopicSource;
import com.voicesurvey.telephony.processor.topic.TopicSpan;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The dead letters, and what operators do with them.
 *
 * <h2>Failure semantics</h2>
 *
 * A letter is dealt with once, whoever asks how often. A redriven one goes through the outbox: that
 * it is settled and that it will be sent is one transaction, and whichever processor runs next
 * sends it. It goes behind what its call has on the topic by then, under the call's key, with the
 * headers that tell its history; the ledger and the state rules take it as they take a late event.
 */
public final class DeadLetters {
    private final TopicSource topic;
    private final Database database;
    private final Clock clock;

    /**
     * The letters of a topic, and of a database what was done with them.
     *
     * @param topic {@code call-events-dlq}
     */
    public DeadLetters(TopicSource topic, Database database, Clock clock) {
        this.topic = topic;
        this.database = database;
        this.clock = clock;
    }

    /** Hands on those that the filter takes, partition by partition, oldest first. */
    public void read(LetterFilter filter, Progress progress, Consumer<HeldLetter> found) {
        TopicSpan all = topic.all();
        Map<Place, Settlement> settled =
                database.transaction(tx -> SettledDeadLetters.all(tx, all.topicId()));
        topic.read(
                all,
                progress,
                chunk ->
                        chunk.records()
                                .map(record -> letter(record, settled))
                                .filter(filter::takes)
                                .forEach(found));
    }

    /** The one that stands there; null where none does. */
    public @Nullable HeldLetter find(Place place) {
        SourceRecord record = topic.record(place.partition(), place.offset());
        if (record == null) {
            return null;
        }
        String topicId = topic.all().topicId();
        return letter(record, database.transaction(tx -> SettledDeadLetters.all(tx, topicId)));
    }

    /**
     * Puts those on {@code call-events} again.
     *
     * @return how many; those that were dealt with before are not
     */
    public int redrive(List<HeldLetter> letters) {
        return settle(letters, Settlement.REDRIVEN);
    }

    /**
     * Notes of those that they are not needed; the records stay.
     *
     * @return how many; those that were dealt with before are not
     */
    public int discard(List<HeldLetter> letters) {
        return settle(letters, Settlement.DISCARDED);
    }

    private int settle(List<HeldLetter> letters, Settlement settlement) {
        if (letters.isEmpty()) {
            return 0;
        }
        String topicId = topic.all().topicId();
        Map<Place, HeldLetter> byPlace = new HashMap<>();
        letters.forEach(letter -> byPlace.put(letter.place(), letter));
        Instant now = clock.instant();
        return database.transaction(
                tx -> {
                    Set<Place> fresh =
                            SettledDeadLetters.settle(
                                    tx, topicId, byPlace.keySet(), settlement, now);
                    List<OutboxMessage> messages =
                            settlement == Settlement.REDRIVEN
                                    ? messages(letters, fresh, now)
                                    : List.of();
                    if (!messages.isEmpty()) {
                        Outbox.add(tx, messages);
                    }
                    return fresh.size();
                });
    }

    /** In the topic's order, so that several letters of one call keep theirs. */
    private static List<OutboxMessage> messages(
            List<HeldLetter> letters, Collection<Place> fresh, Instant now) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (HeldLetter letter : letters) {
            if (fresh.contains(letter.place())) {
                messages.add(redriven(letter.record(), now));
            }
        }
        return messages;
    }

    /** As it stands among the dead letters, why and since when included, and where it was. */
    private static OutboxMessage redriven(SourceRecord record, Instant now) {
        List<MessageHeader> headers = new ArrayList<>(record.headers());
        headers.add(MessageHeader.text(DeadLetterHeaders.REDRIVEN_FROM, record.place()));
        headers.add(MessageHeader.text(DeadLetterHeaders.REDRIVEN_AT, now.toString()));
        return new OutboxMessage(Topics.CALL_EVENTS, record.key(), record.value(), headers);
    }

    private static HeldLetter letter(SourceRecord record, Map<Place, Settlement> settled) {
        return new HeldLetter(
                record,
                DeadLetterReader.read(
                        new WireRecord(
                                record.key(),
                                record.value(),
                                record.headers().stream()
                                        .map(h -> new RecordHeader(h.name(), h.value()))
                                        .toList())),
                settled.get(new Place(record.partition(), record.offset())));
    }
}
