package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.DuplicateCount;
import com.voicesurvey.telephony.processor.store.EventDay;
import com.voicesurvey.telephony.processor.store.Ledger;

import org.jooq.DSLContext;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A batch's records told apart: events by key, repetitions, and what is no event. */
final class EventIntake {
    private final Map<EventKey, ReadEvent> firsts = new LinkedHashMap<>();
    private final Map<EventKey, DuplicateCount> repeated = new HashMap<>();
    private final List<DeadLetter> unusable = new ArrayList<>();

    private EventIntake() {}

    static EventIntake of(List<BatchItem> items) {
        EventIntake intake = new EventIntake();
        items.forEach(intake::take);
        return intake;
    }

    /** Enters the events into the ledger, and keeps as new only those that were not in it. */
    void enterLedger(DSLContext tx, Instant now) {
        if (firsts.isEmpty()) {
            return;
        }
        Set<EventKey> isNew = Ledger.insertNew(tx, firsts.values(), now);
        firsts.values()
                .removeIf(
                        read -> {
                            boolean known = !isNew.contains(read.key());
                            if (known) {
                                countRepetition(read);
                            }
                            return known;
                        });
    }

    /** Has the ledger count the records that repeat an event. */
    void noteRepetitions(DSLContext tx) {
        if (!repeated.isEmpty()) {
            Ledger.countDuplicates(tx, repeated);
        }
    }

    /** How many records repeat an event. */
    int repetitions() {
        return repeated.values().stream().mapToInt(DuplicateCount::count).sum();
    }

    List<ReadEvent> newEvents() {
        return List.copyOf(firsts.values());
    }

    List<DeadLetter> unusable() {
        return unusable;
    }

    private void take(BatchItem item) {
        switch (item) {
            case BatchItem.Event event -> {
                if (firsts.putIfAbsent(event.read().key(), event.read()) != null) {
                    countRepetition(event.read());
                }
            }
            case BatchItem.Unusable record -> unusable.add(record.letter());
        }
    }

    private void countRepetition(ReadEvent read) {
        DuplicateCount one = new DuplicateCount(EventDay.of(read.event().header()), 1);
        repeated.merge(read.key(), one, (count, another) -> count.plus(another.count()));
    }
}
