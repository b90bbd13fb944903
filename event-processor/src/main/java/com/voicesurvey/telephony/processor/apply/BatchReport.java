package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a committed transaction did.
 *
 * @param read records that it was given
 * @param alreadyDone records below the stored offset: a redelivery
 * @param duplicates events that the ledger held already
 * @param applied events that reached their attempt, whatever they did to it
 * @param parked events that now wait for their attempt
 * @param dialogueStarts dialogues that it started
 * @param deadLetters the records that were set aside
 */
public record BatchReport(
        int read,
        int alreadyDone,
        int duplicates,
        List<CallEvent> applied,
        int parked,
        int dialogueStarts,
        List<DeadLetter> deadLetters) {

    public BatchReport {
        applied = List.copyOf(applied);
        deadLetters = List.copyOf(deadLetters);
    }

    /** Whether the transaction left anything in the outbox. */
    public boolean hasMessages() {
        return dialogueStarts > 0 || !deadLetters.isEmpty();
    }

    BatchReport plus(BatchReport other) {
        return new BatchReport(
                read + other.read,
                alreadyDone + other.alreadyDone,
                duplicates + other.duplicates,
                concat(applied, other.applied),
                parked + other.parked,
                dialogueStarts + other.dialogueStarts,
                concat(deadLetters, other.deadLetters));
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream())
                .collect(ArrayList::new, List::add, List::addAll);
    }
}
