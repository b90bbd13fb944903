package com.voicesurvey.telephony.local.faults.world;

import com.voicesurvey.telephony.local.faults.load.Journal;
import com.voicesurvey.telephony.local.faults.oracle.EventId;
import com.voicesurvey.telephony.local.faults.oracle.Evidence;
import com.voicesurvey.telephony.local.faults.oracle.SentEvent;
import com.voicesurvey.telephony.local.faults.oracle.TopicRecord;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at what becomes of a round's events: opened on an empty database before the first is sent,
 * asked after the last.
 */
public final class Observer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final World world;
    private final Tables tables;
    private final TopicTail callEvents;
    private final TopicTail dialogueStarts;
    private final TopicTail deadLetters;

    private Observer(World world) {
        String kafka = world.kafka().bootstrapServers();
        this.world = world;
        this.tables = new Tables(world.postgres().database().dataSource());
        this.callEvents = new TopicTail(kafka, "call-events");
        this.dialogueStarts = new TopicTail(kafka, "dialogue-starts");
        this.deadLetters = new TopicTail(kafka, "call-events-dlq");
    }

    /** Empties the tables, and looks at the topics from where they end now. */
    public static Observer open(World world) {
        Observer observer = new Observer(world);
        // a background task may read the same tables in another order
        Awaitility.await("empty tables")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> {
                            observer.tables.clear();
                            return true;
                        });
        return observer;
    }

    /**
     * Waits until nothing is left to do, or longer than that can take, and says what there is.
     *
     * @param calls the calls that have an attempt
     */
    public Evidence evidence(List<String> calls, Journal journal) {
        try {
            Awaitility.await("nothing left to do")
                    .atMost(PATIENCE)
                    .pollInterval(BETWEEN_LOOKS)
                    .until(() -> isQuiet(journal));
        } catch (ConditionTimeoutException e) {
            // what is missing by now is lost: the oracle will say so
        }
        return new Evidence(
                calls,
                journal.events(),
                callEvents.catchUp(),
                dialogueStarts.catchUp(),
                deadLetters.catchUp(),
                tables.ledger(),
                tables.attempts(),
                tables.parked(),
                tables.unsent());
    }

    @Override
    public void close() {
        callEvents.close();
        dialogueStarts.close();
        deadLetters.close();
    }

    private boolean isQuiet(Journal journal) {
        return hasAll(journal)
                && world.storedOffsets() == callEvents.end()
                && tables.parked() == 0
                && tables.unsent() == 0;
    }

    /** Whether everything that was acknowledged is on the topic: a spool may still be draining. */
    private boolean hasAll(Journal journal) {
        Set<String> there = new HashSet<>();
        for (TopicRecord held : callEvents.catchUp()) {
            there.add(held.callId() + held.type());
        }
        for (SentEvent event : journal.events()) {
            EventId id = event.id();
            if (event.acknowledged() != null && !there.contains(id.callId() + id.type())) {
                return false;
            }
        }
        return true;
    }
}
