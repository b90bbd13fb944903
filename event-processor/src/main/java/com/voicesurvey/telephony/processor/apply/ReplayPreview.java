package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.Attempts;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts what {@link ReplayTransaction} would do, and changes nothing. What the database would
 * refuse, or contradicts its attempt, counts as applied here. For one replay.
 */
public final class ReplayPreview {
    private final Database database;
    private final Set<EventKey> seen = new HashSet<>();

    public ReplayPreview(Database database) {
        this.database = database;
    }

    public ReplayCount apply(List<BatchItem> items) {
        List<ReadEvent> events =
                items.stream()
                        .filter(BatchItem.Event.class::isInstance)
                        .map(item -> ((BatchItem.Event) item).read())
                        .toList();
        if (events.isEmpty()) {
            return new ReplayCount(items.size(), 0, 0, 0, items.size());
        }
        Set<EventKey> held = database.transaction(tx -> Ledger.held(tx, events));
        List<ReadEvent> missing =
                events.stream()
                        .filter(event -> !held.contains(event.key()) && seen.add(event.key()))
                        .toList();
        Set<CallId> calls =
                missing.stream().map(event -> event.key().callId()).collect(Collectors.toSet());
        Set<CallId> known =
                calls.isEmpty()
                        ? Set.of()
                        : database.transaction(tx -> Attempts.read(tx, calls)).keySet();
        int applied = (int) missing.stream().filter(e -> known.contains(e.key().callId())).count();
        return new ReplayCount(
                items.size(),
                applied,
                missing.size() - applied,
                events.size() - missing.size(),
                items.size() - events.size());
    }
}
