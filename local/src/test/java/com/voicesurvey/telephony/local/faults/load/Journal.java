package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.local.faults.oracle.EventId;
import com.voicesurvey.telephony.local.faults.oracle.SentEvent;
import com.voicesurvey.telephony.testbed.twilio.Delivery;
import com.voicesurvey.telephony.testbed.twilio.StatusCallback;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was sent and what was answered 2xx; written by many threads at once. */
public final class Journal {
    private final Map<EventId, SentEvent> events = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> dropped = new ConcurrentHashMap<>();
    private final LongAdder passedOver = new LongAdder();

    /** Notes that a callback is about to be sent; its answer may never come. */
    void sending(StatusCallback callback, int receiver) {
        add(new SentEvent(callback, System.nanoTime(), null, Set.of(receiver)));
    }

    void delivered(StatusCallback callback, int receiver, Delivery delivery) {
        long now = System.nanoTime();
        switch (delivery) {
            case Delivery.Accepted _ -> add(new SentEvent(callback, now, now, Set.of(receiver)));
            case Delivery.Rejected answer -> drop(Integer.toString(answer.status()));
            case Delivery.GaveUp none -> drop(none.failure() + ": " + none.reason());
        }
    }

    /** Notes that an instance took no connection, and that the next one is tried. */
    void passedOver() {
        passedOver.increment();
    }

    /** Each event that was sent, once. */
    public Collection<SentEvent> events() {
        return events.values();
    }

    /** How many callbacks were dropped after the last try, as Twilio does, by reason. */
    public Map<String, Long> dropped() {
        Map<String, Long> counts = new TreeMap<>();
        dropped.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }

    /** How often an instance took no connection and the next one was tried. */
    public long timesPassedOver() {
        return passedOver.sum();
    }

    private void drop(String reason) {
        dropped.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    private void add(SentEvent event) {
        events.merge(event.id(), event, SentEvent::plus);
    }
}
