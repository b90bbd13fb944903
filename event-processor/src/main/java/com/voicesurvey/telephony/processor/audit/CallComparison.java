package com.voicesurvey.telephony.processor.audit;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.CallState;
import com.voicesurvey.telephony.domain.call.CallStateMachine;
import com.voicesurvey.telephony.domain.call.Contact;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.domain.call.ContactState;
import com.voicesurvey.telephony.domain.call.Ending;
import com.voicesurvey.telephony.domain.call.Transition;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.EventKey;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.Disposition;
import com.voicesurvey.telephony.processor.store.EventDay;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Compares one call: its events folded from the start with what the database holds. Pure.
 *
 * <p>The database is believed in what is not telephony's: the leg that counts, an outcome of the
 * dialogue, a contact that is settled, that a later attempt has, or that somebody has moved on to
 * its next attempt.
 */
public final class CallComparison {
    private final HeldCall held;
    private final CallEvidence evidence;
    private final LocalDate ledgerSince;
    private final List<Difference> differences = new ArrayList<>();

    private CallComparison(HeldCall held, CallEvidence evidence, LocalDate ledgerSince) {
        this.held = held;
        this.evidence = evidence;
        this.ledgerSince = ledgerSince;
    }

    /**
     * The verdict on a call.
     *
     * @param ledgerSince the first day that the ledger still keeps
     */
    public static Verdict of(HeldCall held, CallEvidence evidence, LocalDate ledgerSince) {
        return new CallComparison(held, evidence, ledgerSince).verdict();
    }

    private Verdict verdict() {
        if (!evidence.holds(held.ledger().keySet())) {
            return new Verdict.OnlyPartlyRead();
        }
        CallAttempt attempt = held.attempt();
        Contact contact = held.contact();
        if (attempt == null || contact == null) {
            return held.isParked()
                    ? new Verdict.NothingToCompare()
                    : new Verdict.NoAttempt(
                            evidence.events().stream().map(ReadEvent::event).toList());
        }
        return compare(attempt, contact);
    }

    private Verdict compare(CallAttempt attempt, Contact contact) {
        CallState state = asPlanned(attempt, contact);
        Map<ReadEvent, Disposition> missing = new LinkedHashMap<>();
        boolean any = false;
        for (ReadEvent read : evidence.events()) {
            Transition transition = CallStateMachine.apply(state, read.event());
            Disposition disposition = disposition(transition);
            if (disposition == null) {
                continue;
            }
            any = true;
            state = stateAfter(transition, state);
            if (!held.ledger().containsKey(read.key()) && isKept(read)) {
                missing.put(read, disposition);
            }
        }
        if (!any) {
            return new Verdict.NothingToCompare();
        }
        missing.keySet().stream()
                .map(ReadEvent::key)
                .map(EventKey::type)
                .forEach(type -> differs("ledger", type.wireName(), "-"));
        // a call of which only other legs are told stands as somebody else left it
        if (state.attempt().stage() != CallStage.PLANNED) {
            compareAttempts(state.attempt(), attempt);
        }
        boolean contactDiffers = compareContacts(state, attempt, contact);
        return differences.isEmpty()
                ? new Verdict.Exact()
                : new Verdict.Differs(
                        differences,
                        toWrite(state.attempt(), attempt, contactDiffers),
                        contactDiffers ? state.contact() : null,
                        missing);
    }

    /** How the contact stood before belongs to the contact, and is left with it. */
    private static CallAttempt toWrite(CallAttempt topic, CallAttempt database, boolean contact) {
        if (topic.stage() == CallStage.PLANNED) {
            return database;
        }
        return contact
                ? topic
                : new CallAttempt(
                        topic.id(),
                        topic.callId(),
                        topic.campaignId(),
                        topic.contactId(),
                        topic.number(),
                        topic.providerCallId(),
                        topic.stage(),
                        topic.rawStatus(),
                        topic.answeredAt(),
                        topic.ending(),
                        topic.outcome(),
                        database.contactBefore());
    }

    /** The call before its first event. */
    private static CallState asPlanned(CallAttempt attempt, Contact contact) {
        boolean dialogueDecided =
                attempt.outcome() != null && attempt.outcome().isOwnedByDialogue();
        boolean isLatest = isLatest(attempt, contact);
        ContactStanding before = attempt.contactBefore();
        // an end of this attempt has left it so
        boolean standsAsLeft = contact.standing().state() == ContactState.NOT_REACHED;
        ContactStanding base =
                before != null && isLatest && standsAsLeft ? before : contact.standing();
        return new CallState(
                new CallAttempt(
                        attempt.id(),
                        attempt.callId(),
                        attempt.campaignId(),
                        attempt.contactId(),
                        attempt.number(),
                        attempt.providerCallId(),
                        CallStage.PLANNED,
                        null,
                        null,
                        null,
                        dialogueDecided ? attempt.outcome() : null,
                        isLatest ? null : before),
                new Contact(contact.id(), base, contact.latestAttempt()));
    }

    private static boolean isLatest(CallAttempt attempt, Contact contact) {
        return attempt.number() >= contact.latestAttempt();
    }

    /** Null for an event that is none of the call's, which goes to the dead letters. */
    private static @Nullable Disposition disposition(Transition transition) {
        return switch (transition) {
            case Transition.Advanced _, Transition.DialogueStarts _, Transition.Noted _ ->
                    Disposition.APPLIED;
            case Transition.Overtaken _ -> Disposition.OVERTAKEN;
            case Transition.OtherLeg _ -> Disposition.OTHER_LEG;
            case Transition.Contradiction _ -> null;
        };
    }

    private static CallState stateAfter(Transition transition, CallState before) {
        return switch (transition) {
            case Transition.Advanced advanced -> advanced.state();
            case Transition.DialogueStarts starts -> starts.state();
            case Transition.Overtaken overtaken -> overtaken.state();
            case Transition.Noted _, Transition.OtherLeg _, Transition.Contradiction _ -> before;
        };
    }

    private boolean isKept(ReadEvent read) {
        return !EventDay.of(read.event().header()).isBefore(ledgerSince);
    }

    private void compareAttempts(CallAttempt topic, CallAttempt database) {
        field("provider_call_id", topic, database, CallAttempt::providerCallId);
        field("call_stage", topic, database, attempt -> word(attempt.stage()));
        field("provider_raw_status", topic, database, CallAttempt::rawStatus);
        times("answered_at", topic.answeredAt(), database.answeredAt());
        field("outcome", topic, database, attempt -> word(attempt.outcome()));
        times("ended_at", end(topic, Ending::endedAt), end(database, Ending::endedAt));
        field(
                "end_event",
                topic,
                database,
                attempt ->
                        end(
                                attempt,
                                ending -> ending.type() == null ? null : ending.type().wireName()));
        field("end_sequence", topic, database, attempt -> end(attempt, Ending::sequenceNumber));
        field(
                "duration_seconds",
                topic,
                database,
                attempt ->
                        end(
                                attempt,
                                ending ->
                                        ending.duration() == null
                                                ? null
                                                : ending.duration().toSeconds()));
        field(
                "error_code",
                topic,
                database,
                attempt ->
                        end(
                                attempt,
                                ending -> ending.error() == null ? null : ending.error().code()));
    }

    private boolean compareContacts(CallState topic, CallAttempt attempt, Contact contact) {
        ContactStanding says = topic.contact().standing();
        ContactStanding stands = contact.standing();
        boolean dialogueDecided =
                attempt.outcome() != null && attempt.outcome().isOwnedByDialogue();
        boolean movedOn =
                (stands.state() == ContactState.PENDING
                                || stands.state() == ContactState.IN_PROGRESS)
                        && Objects.equals(stands.lastOutcome(), says.lastOutcome());
        if (says.equals(stands)
                || dialogueDecided
                || movedOn
                || stands.state().isSettled()
                || !isLatest(attempt, contact)) {
            return false;
        }
        if (says.state() != stands.state()) {
            differs("contact.state", word(says.state()), word(stands.state()));
        }
        if (says.lastOutcome() != stands.lastOutcome()) {
            differs("contact.last_outcome", word(says.lastOutcome()), word(stands.lastOutcome()));
        }
        return true;
    }

    private void field(
            String name,
            CallAttempt topic,
            CallAttempt database,
            Function<CallAttempt, @Nullable Object> value) {
        Object says = value.apply(topic);
        Object holds = value.apply(database);
        if (!Objects.equals(says, holds)) {
            differs(name, says, holds);
        }
    }

    /** The database keeps microseconds. */
    private void times(String name, @Nullable Instant topic, @Nullable Instant database) {
        boolean equal =
                (topic == null || database == null)
                        ? (topic == null && database == null)
                        : Duration.between(topic, database).abs().toNanos() <= 1_000;
        if (!equal) {
            differs(name, topic, database);
        }
    }

    private void differs(String field, @Nullable Object topic, @Nullable Object database) {
        CallId call = evidence.call();
        differences.add(new Difference(call, field, text(topic), text(database)));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT);
    }

    private static <V> @Nullable V end(CallAttempt attempt, Function<Ending, @Nullable V> value) {
        Ending ending = attempt.ending();
        return ending == null ? null : value.apply(ending);
    }
}
