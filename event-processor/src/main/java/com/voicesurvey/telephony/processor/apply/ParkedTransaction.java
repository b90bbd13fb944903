package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.deadletter.DeadLetter;
import com.voicesurvey.telephony.processor.message.ReadEvent;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Ledger;
import com.voicesurvey.telephony.processor.store.Parked;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Moves events out of parking, each time in one transaction with what follows from it. */
public final class ParkedTransaction {
    private final Database database;
    private final Clock clock;

    public ParkedTransaction(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Applies what waits for those of the calls whose attempt is there. */
    public BatchReport apply(Collection<CallId> calls) {
        return database.transaction(
                tx -> {
                    EventApplication application = new EventApplication(tx, clock.instant());
                    application.applyWaiting(calls);
                    application.giveUpContradicting();
                    application.write();
                    return application.report(0, 0, 0);
                });
    }

    /** Moves events that have waited since before that time to the dead letters. */
    public BatchReport giveUp(Instant before, int limit) {
        return database.transaction(
                tx -> {
                    EventApplication application = new EventApplication(tx, clock.instant());
                    List<ReadEvent> expired = Parked.takeExpired(tx, before, limit);
                    if (!expired.isEmpty()) {
                        Ledger.forget(tx, expired.stream().map(ReadEvent::event).toList());
                        application.giveUp(
                                expired.stream().map(ParkedTransaction::letter).toList());
                    }
                    application.write();
                    return application.report(0, 0, 0);
                });
    }

    private static DeadLetter letter(ReadEvent read) {
        return new DeadLetter(
                read.source(),
                DeadLetterReason.ATTEMPT_NEVER_CAME,
                "no call attempt has call_id " + read.key().callId());
    }
}
