package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.LedgerSlot;
import com.voicesurvey.telephony.processor.store.LedgerSlots;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The last minutes of the ledger, kept up to date by reading only their end again; all of it now
 * and then, for what happens to events after they were taken, and the seldomer the longer that
 * takes.
 */
final class LedgerWindow {
    static final Duration SLOT = Duration.ofSeconds(10);
    static final Duration LENGTH = Duration.ofMinutes(15);

    /** A transaction may take that long from the time that it stamps to its commit. */
    private static final Duration IN_THE_MAKING = Duration.ofSeconds(10);

    private static final Duration ALL_AGAIN = Duration.ofSeconds(30);
    private static final int REST = 20;
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final Database database;
    private final NavigableMap<Instant, LedgerSlot> slots = new TreeMap<>();
    private Instant allAgainAt = Instant.MIN;

    LedgerWindow(Database database) {
        this.database = database;
    }

    /**
     * Reads what may have changed.
     *
     * @throws com.voicesurvey.telephony.processor.store.DatabaseUnavailableException if it cannot
     *     be read, or not in time
     */
    void refresh(Instant now) {
        boolean all = !now.isBefore(allAgainAt);
        Instant from = all ? start(now) : slotOf(now.minus(IN_THE_MAKING));
        long before = System.nanoTime();
        if (all) {
            // also where it fails: what is too much to be read is not asked for every two seconds
            allAgainAt = now.plus(ALL_AGAIN);
        }
        var read = database.transaction(tx -> LedgerSlots.since(tx, from, SLOT, LIMIT));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        if (all && took.multipliedBy(REST).compareTo(ALL_AGAIN) > 0) {
            allAgainAt = now.plus(took.multipliedBy(REST));
        }
        if (all) {
            slots.clear();
        }
        slots.putAll(read);
        slots.headMap(start(now), false).clear();
    }

    /** Has the next reading be of everything, since nobody has looked for a while. */
    void pause() {
        allAgainAt = Instant.MIN;
    }

    Collection<LedgerSlot> since(Instant time) {
        return slots.tailMap(slotOf(time), true).values();
    }

    LedgerSlot at(Instant slot) {
        LedgerSlot known = slots.get(slot);
        return known != null ? known : LedgerSlot.empty(slot);
    }

    /** The first slot that is shown. */
    static Instant start(Instant now) {
        return slotOf(now.minus(LENGTH));
    }

    static Instant slotOf(Instant time) {
        long seconds = SLOT.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
