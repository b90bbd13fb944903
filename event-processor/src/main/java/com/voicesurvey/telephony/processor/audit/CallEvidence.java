package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.message.ReadEvent;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the topic holds of one call: of each event the first record, in the topic's order. */
public final class CallEvidence {
    private final CallId call;
    private final Map<EventKey, ReadEvent> events = new LinkedHashMap<>();

    public CallEvidence(CallId call) {
        this.call = call;
    }

    public CallId call() {
        return call;
    }

    /** Takes the next record of the call. */
    public void add(ReadEvent event) {
        events.putIfAbsent(event.key(), event);
    }

    Collection<ReadEvent> events() {
        return Collections.unmodifiableCollection(events.values());
    }

    /** Whether the topic holds all of those events. */
    boolean holds(Collection<EventKey> keys) {
        return events.keySet().containsAll(keys);
    }
}
