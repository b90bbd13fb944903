package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.Report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A call's state, put together for a test: the contact's only attempt, just dialled and not yet
 * heard of, unless said else.
 */
final class Situation {
    static final ContactStanding DIALLED = new ContactStanding(ContactState.IN_PROGRESS, null);
    private static final CallAttemptId ATTEMPT =
            new CallAttemptId(UUID.fromString("7d444840-9dc0-41d1-b245-5ffdce74fad2"));

    private int number = 1;
    private int latest = 1;
    private @Nullable ProviderCallId leg = Report.LEG;
    private CallStage stage = CallStage.PLANNED;
    private @Nullable String rawStatus;
    private @Nullable Instant answeredAt;
    private @Nullable Ending ending;
    private @Nullable CallOutcome outcome;
    private ContactStanding standing = DIALLED;

    static Situation dialled() {
        return new Situation();
    }

    /** An attempt that was over before events were kept: nobody knows how it ended. */
    static Situation overBeforeEventsWereKept() {
        Situation legacy = new Situation();
        legacy.stage = CallStage.ENDED;
        legacy.rawStatus = "done";
        legacy.ending =
                new Ending(null, Instant.parse("2025-01-01T00:00:00Z"), null, null, null, null);
        return legacy;
    }

    Situation attempt(int value, int latestOfContact) {
        number = value;
        latest = latestOfContact;
        return this;
    }

    Situation legUnknown() {
        leg = null;
        return this;
    }

    Situation at(CallStage value, String status) {
        stage = value;
        rawStatus = status;
        return this;
    }

    Situation answeredAt(Instant value) {
        answeredAt = value;
        return this;
    }

    Situation outcome(@Nullable CallOutcome value) {
        outcome = value;
        return this;
    }

    Situation contact(ContactState state, @Nullable CallOutcome lastOutcome) {
        standing = new ContactStanding(state, lastOutcome);
        return this;
    }

    CallState state() {
        CallAttempt attempt =
                new CallAttempt(
                        ATTEMPT,
                        Report.CALL,
                        Report.CAMPAIGN,
                        Report.CONTACT,
                        number,
                        leg,
                        stage,
                        rawStatus,
                        answeredAt,
                        ending,
                        outcome,
                        null);
        return new CallState(attempt, new Contact(Report.CONTACT, standing, latest));
    }
}
