package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.Language;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.CallStateMachine;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.DialogueStart;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.outbox.DialogueStartMessage;
import com.voicesurvey.telephony.processor.store.Contacts;
import com.voicesurvey.telephony.processor.store.Disposed;
import com.voicesurvey.telephony.processor.store.Disposition;
import com.voicesurvey.telephony.processor.store.Languages;
import com.voicesurvey.telephony.processor.store.Ledger;
import com.voicesurvey.telephony.processor.store.LockedAttempts;
import com.voicesurvey.telephony.processor.store.Outbox;
import com.voicesurvey.telephony.processor.store.Parked;

import org.jooq.DSLContext;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies events that the ledger knows to be new to their calls, within a transaction: loads under
 * lock, folds in memory, writes back together. Locks attempts before contacts, each in key order.
 */
final class EventApplication {
    private final DSLContext tx;
    private final Instant now;
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private LockedAttempts attempts;
    private CallFold fold = new CallFold(Map.of(), Map.of());
    private Set<EventKey> parkedBefore = Set.of();

    EventApplication(DSLContext tx, Instant now) {
        this.tx = tx;
        this.now = now;
        this.attempts = LockedAttempts.none(tx);
    }

    /** Loads the calls of those events and folds them, after whatever waits for the same calls. */
    void apply(List<ReadEvent> events) {
        fold(events, events.stream().map(read -> read.key().callId()).collect(Collectors.toSet()));
    }

    /** Loads those calls and folds what waits for them. */
    void applyWaiting(Collection<CallId> calls) {
        fold(List.of(), Set.copyOf(calls));
    }

    void giveUp(List<DeadLetter> letters) {
        deadLetters.addAll(letters);
    }

    /** Has the events that contradict their attempts go to the dead letters. */
    void giveUpContradicting() {
        fold.contradicting()
                .forEach(
                        found ->
                                deadLetters.add(
                                        new DeadLetter(
                                                found.event().source(),
                                                DeadLetterReason.CONTRADICTS_ATTEMPT,
                                                found.detail())));
    }

    /** Writes everything that the fold has changed, one statement a table. */
    void write() {
        if (!fold.changedAttempts().isEmpty()) {
            attempts.write(fold.changedAttempts());
        }
        if (!fold.changedContacts().isEmpty()) {
            Contacts.write(tx, fold.changedContacts());
        }
        if (!fold.waiting().isEmpty()) {
            Parked.add(tx, fold.waiting(), now);
        }
        if (!fold.contradicting().isEmpty()) {
            Ledger.forget(tx, fold.contradicting().stream().map(c -> c.event().event()).toList());
        }
        List<Disposed> notable = notable();
        if (!notable.isEmpty()) {
            Ledger.note(tx, notable, now);
        }
        List<OutboxMessage> messages =
                Stream.concat(
                                dialogueStarts().stream(),
                                deadLetters.stream().map(letter -> letter.toMessage(now)))
                        .toList();
        if (!messages.isEmpty()) {
            Outbox.add(tx, messages);
        }
    }

    /** How many events contradict their attempts. */
    int contradictions() {
        return fold.contradicting().size();
    }

    BatchReport report(int read, int alreadyDone, int duplicates) {
        return new BatchReport(
                read,
                alreadyDone,
                duplicates,
                fold.disposed().stream()
                        .filter(taken -> taken.disposition() != Disposition.PARKED)
                        .map(Disposed::event)
                        .toList(),
                fold.waiting().size(),
                fold.dialogues().size(),
                deadLetters);
    }

    private void fold(List<ReadEvent> events, Set<CallId> calls) {
        attempts = LockedAttempts.of(tx, calls);
        Set<CallId> there = attempts.byCall().keySet();
        List<ReadEvent> waited = there.isEmpty() ? List.of() : Parked.take(tx, there);
        List<ReadEvent> inOrder = Stream.concat(waited.stream(), events.stream()).toList();
        Set<ContactId> concerned = contactsConcerned(inOrder, attempts.byCall());
        fold =
                new CallFold(
                        attempts.byCall(),
                        concerned.isEmpty() ? Map.of() : Contacts.lock(tx, concerned));
        inOrder.forEach(fold::apply);
        parkedBefore = waited.stream().map(ReadEvent::key).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<ContactId> contactsConcerned(
            List<ReadEvent> events, Map<CallId, CallAttempt> attempts) {
        Set<ContactId> contacts = new HashSet<>();
        for (ReadEvent read : events) {
            CallAttempt attempt = attempts.get(read.key().callId());
            if (attempt != null && CallStateMachine.concernsContact(attempt, read.event())) {
                contacts.add(attempt.contactId());
            }
        }
        return contacts;
    }

    /** What the ledger does not hold already: it enters events as applied. */
    private List<Disposed> notable() {
        return fold.disposed().stream()
                .filter(
                        taken ->
                                taken.disposition() != Disposition.APPLIED
                                        || parkedBefore.contains(taken.event().key()))
                .toList();
    }

    private List<OutboxMessage> dialogueStarts() {
        if (fold.dialogues().isEmpty()) {
            return List.of();
        }
        Map<CallAttemptId, Language> languages =
                Languages.of(
                        tx,
                        fold.dialogues().stream().map(CallFold.StartedDialogue::attempt).toList());
        return fold.dialogues().stream()
                .map(
                        dialogue ->
                                DialogueStartMessage.of(
                                        start(dialogue, languages),
                                        dialogue.cause().header().receivedAt(),
                                        dialogue.source(),
                                        now))
                .toList();
    }

    private static DialogueStart start(
            CallFold.StartedDialogue dialogue, Map<CallAttemptId, Language> languages) {
        CallAttempt attempt = dialogue.attempt();
        var header = dialogue.cause().header();
        return new DialogueStart(
                attempt.callId(),
                attempt.id(),
                attempt.campaignId(),
                attempt.contactId(),
                header.providerCallId(),
                Objects.requireNonNull(attempt.answeredAt()),
                Objects.requireNonNull(languages.get(attempt.id())),
                header.answeredBy());
    }
}
