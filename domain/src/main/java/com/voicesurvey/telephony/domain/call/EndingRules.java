package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent.Busy;
import com.voicesurvey.telephony.domain.event.CallEvent.Canceled;
import com.voicesurvey.telephony.domain.event.CallEvent.Completed;
import com.voicesurvey.telephony.domain.event.CallEvent.Failed;
import com.voicesurvey.telephony.domain.event.CallEvent.NoAnswer;
import com.voicesurvey.telephony.domain.event.CallEvent.Terminal;

import org.jspecify.annotations.Nullable;

/** What an end means for the attempt's outcome and for the contact. */
final class EndingRules {
    private EndingRules() {}

    /** The outcome that telephony can vouch for; null where the dialogue has to say. */
    static @Nullable CallOutcome outcomeOf(Terminal event) {
        return switch (event) {
            case Completed completed -> null;
            case NoAnswer noAnswer -> CallOutcome.NO_ANSWER;
            case Busy busy -> CallOutcome.BUSY;
            case Failed failed -> CallOutcome.FAILED;
            case Canceled canceled -> CallOutcome.FAILED;
        };
    }

    /**
     * The contact after an end with that outcome, starting from how it stood before an earlier
     * reported end of the same attempt changed it, so that the order of the two does not show.
     */
    static ContactChange contactAfter(CallState state, @Nullable CallOutcome outcome) {
        CallAttempt attempt = state.attempt();
        ContactStanding now = state.contact().standing();
        ContactStanding before = attempt.contactBefore();
        if (attempt.number() < state.contact().latestAttempt()) {
            return new ContactChange(before, now);
        }
        ContactStanding base = before != null && standsAsLeftBy(attempt, now) ? before : now;
        if (outcome == null || outcome.isOwnedByDialogue() || base.state().isSettled()) {
            return new ContactChange(null, base);
        }
        return new ContactChange(base, new ContactStanding(ContactState.NOT_REACHED, outcome));
    }

    /** Whether nobody else has changed the contact since the attempt's earlier end did. */
    private static boolean standsAsLeftBy(CallAttempt attempt, ContactStanding now) {
        return now.state() == ContactState.NOT_REACHED && now.lastOutcome() == attempt.outcome();
    }
}
