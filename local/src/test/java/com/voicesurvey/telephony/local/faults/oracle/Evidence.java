package com.voicesurvey.telephony.local.faults.oracle;

import java.util.Collection;
import java.util.List;

/**
 * What was sent and what is held, once everything has come to rest.
 *
 * @param calls the ids of all calls that have an attempt
 * @param sent each event once
 * @param callEvents what is on {@code call-events}, each call's records in the topic's order
 * @param dialogueStarts what is on {@code dialogue-starts}
 * @param deadLetters what is on {@code call-events-dlq}
 * @param ledger the rows of {@code processed_events}
 * @param attempts the rows of {@code call_attempts}, each with its contact
 * @param parked how many events wait for their attempt
 * @param unsent how many messages wait in the outbox
 */
public record Evidence(
        List<String> calls,
        Collection<SentEvent> sent,
        List<TopicRecord> callEvents,
        List<TopicRecord> dialogueStarts,
        List<TopicRecord> deadLetters,
        List<HeldEvent> ledger,
        List<CallRow> attempts,
        long parked,
        long unsent) {

    public Evidence {
        calls = List.copyOf(calls);
        sent = List.copyOf(sent);
        callEvents = List.copyOf(callEvents);
        dialogueStarts = List.copyOf(dialogueStarts);
        deadLetters = List.copyOf(deadLetters);
        ledger = List.copyOf(ledger);
        attempts = List.copyOf(attempts);
    }

    /** How many messages on {@code dialogue-starts} stand there again, with the same id. */
    public long repeatedStarts() {
        return dialogueStarts.size()
                - dialogueStarts.stream().map(TopicRecord::id).distinct().count();
    }
}
