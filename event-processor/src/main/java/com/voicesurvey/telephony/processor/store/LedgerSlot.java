package com.voicesurvey.telephony.processor.store;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ledger says of a short span of time.
 *
 * @param received events that reached ingest in it and have been taken since
 * @param taken events that were taken from the topic in it
 * @param duplicates how often those were repeated
 * @param endings the ends of calls among them that stand, by event type
 * @param waits how many of them took how long from their receipt, by classes whose length grows;
 *     without those that were parked
 */
public record LedgerSlot(
        Instant start,
        long received,
        long taken,
        long duplicates,
        Map<String, Long> endings,
        Map<Integer, Long> waits) {

    /** Each class of waits is longer than the one before by a twentieth, about: exact enough. */
    static final int CLASSES_PER_E = 20;

    public LedgerSlot {
        endings = Map.copyOf(endings);
        waits = Map.copyOf(waits);
    }

    /** A slot in which nothing happened. */
    public static LedgerSlot empty(Instant start) {
        return new LedgerSlot(start, 0, 0, 0, Map.of(), Map.of());
    }

    LedgerSlot withReceived(long count) {
        return new LedgerSlot(start, received + count, taken, duplicates, endings, waits);
    }

    LedgerSlot withTaken(long count, long repeated) {
        return new LedgerSlot(
                start, received, taken + count, duplicates + repeated, endings, waits);
    }

    LedgerSlot withEnding(String type, long count) {
        Map<String, Long> more = new TreeMap<>(endings);
        more.merge(type, count, Long::sum);
        return new LedgerSlot(start, received, taken, duplicates, more, waits);
    }

    LedgerSlot withWait(int waitClass, long count) {
        Map<Integer, Long> more = new TreeMap<>(waits);
        more.merge(waitClass, count, Long::sum);
        return new LedgerSlot(start, received, taken, duplicates, endings, more);
    }

    /** The milliseconds that stand for a class: its middle. */
    public static double milliseconds(int waitClass) {
        return Math.exp((waitClass + 0.5) / CLASSES_PER_E);
    }
}
