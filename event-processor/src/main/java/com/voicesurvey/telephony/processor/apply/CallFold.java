package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.CallState;
import com.voicesurvey.telephony.domain.call.CallStateMachine;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.domain.call.ContactState;
import com.voicesurvey.telephony.domain.call.Transition;
import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.message.ReplayMark;
import com.voicesurvey.telephony.processor.message.SourceRecord;
import com.voicesurvey.telephony.processor.store.Disposed;
import com.voicesurvey.telephony.processor.store.Disposition;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds events through the state machine in memory and keeps what has to be written. */
final class CallFold {
    private final Map<CallId, CallAttempt> attempts;
    private final Map<ContactId, Contact> contacts;
    private final Map<CallId, CallAttempt> changedAttempts = new LinkedHashMap<>();
    private final Map<ContactId, Contact> changedContacts = new LinkedHashMap<>();
    private final List<StartedDialogue> dialogues = new ArrayList<>();
    private final List<Disposed> disposed = new ArrayList<>();
    private final List<ReadEvent> waiting = new ArrayList<>();
    private final List<Contradicting> contradicting = new ArrayList<>();

    /** An event that contradicts its attempt. */
    record Contradicting(ReadEvent event, String detail) {}

    /**
     * A call that was answered while it was alive, as it then stood; and what brought that event.
     */
    record StartedDialogue(CallAttempt attempt, CallEvent.Answered cause, SourceRecord source) {}

    /**
     * A fold over these.
     *
     * @param contacts those that the events concern, as they stood before any of them; others are
     *     not looked at
     */
    CallFold(Map<CallId, CallAttempt> attempts, Map<ContactId, Contact> contacts) {
        this.attempts = new HashMap<>(attempts);
        this.contacts = new HashMap<>(contacts);
    }

    void apply(ReadEvent read) {
        CallEvent event = read.event();
        CallAttempt attempt = attempts.get(event.header().callId());
        if (attempt == null) {
            waiting.add(read);
            disposed.add(new Disposed(event, Disposition.PARKED));
            return;
        }
        switch (CallStateMachine.apply(new CallState(attempt, contact(attempt)), event)) {
            case Transition.Advanced advanced -> keep(advanced.state(), event, Disposition.APPLIED);
            case Transition.DialogueStarts starts -> {
                keep(starts.state(), event, Disposition.APPLIED);
                if (!ReplayMark.isOn(read.source())) {
                    dialogues.add(
                            new StartedDialogue(
                                    starts.state().attempt(), starts.cause(), read.source()));
                }
            }
            case Transition.Overtaken overtaken ->
                    keep(overtaken.state(), event, Disposition.OVERTAKEN);
            case Transition.Noted _ -> disposed.add(new Disposed(event, Disposition.APPLIED));
            case Transition.OtherLeg other ->
                    disposed.add(new Disposed(event, Disposition.OTHER_LEG));
            case Transition.Contradiction contradiction ->
                    contradicting.add(new Contradicting(read, contradiction.detail()));
        }
    }

    Collection<CallAttempt> changedAttempts() {
        return changedAttempts.values();
    }

    Collection<Contact> changedContacts() {
        return changedContacts.values();
    }

    List<StartedDialogue> dialogues() {
        return dialogues;
    }

    /** What became of each event that did not contradict its attempt. */
    List<Disposed> disposed() {
        return disposed;
    }

    /** The events whose attempt is not there. */
    List<ReadEvent> waiting() {
        return waiting;
    }

    List<Contradicting> contradicting() {
        return contradicting;
    }

    /** The contact, or a stand-in where no event of the call looks at it. */
    private Contact contact(CallAttempt attempt) {
        @Nullable Contact contact = contacts.get(attempt.contactId());
        return contact != null
                ? contact
                : new Contact(
                        attempt.contactId(),
                        new ContactStanding(ContactState.IN_PROGRESS, null),
                        attempt.number());
    }

    private void keep(CallState state, CallEvent event, Disposition disposition) {
        disposed.add(new Disposed(event, disposition));
        CallAttempt attempt = state.attempt();
        if (!attempt.equals(attempts.put(attempt.callId(), attempt))) {
            changedAttempts.put(attempt.callId(), attempt);
        }
        Contact contact = state.contact();
        @Nullable Contact before = contacts.get(contact.id());
        if (before != null && !contact.equals(before)) {
            contacts.put(contact.id(), contact);
            changedContacts.put(contact.id(), contact);
        }
    }
}
