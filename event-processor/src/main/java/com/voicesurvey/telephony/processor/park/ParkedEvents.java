package com.voicesurvey.telephony.processor.park;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.apply.ParkedTransaction;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Parked;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks after the events that wait for their attempt.
 *
 * <h2>Failure semantics</h2>
 *
 * What waits is applied when its attempt is there, in the order in which it was read, by whichever
 * processor looks first or reads the call's next event; and given up when it has waited too long.
 * Each in one transaction with what follows from it.
 */
public final class ParkedEvents {
    private static final int CALLS_AT_ONCE = 200;
    private static final int GIVEN_UP_AT_ONCE = 500;

    private final Database database;
    private final ParkedTransaction transaction;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<BatchReport> committed;

    /**
     * Those events of that database.
     *
     * @param patience how long an event waits for its attempt
     * @param committed is told of every transaction that changed anything
     */
    public ParkedEvents(
            Database database,
            ParkedTransaction transaction,
            Clock clock,
            Duration patience,
            Consumer<BatchReport> committed) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.patience = patience;
        this.committed = committed;
    }

    /** Applies some of what waits although its attempt is there; says whether there may be more. */
    public boolean applyArrived() {
        List<CallId> calls = database.transaction(tx -> Parked.callsWithAttempt(tx, CALLS_AT_ONCE));
        if (calls.isEmpty()) {
            return false;
        }
        committed.accept(transaction.apply(calls));
        return calls.size() == CALLS_AT_ONCE;
    }

    /** Gives up some of what has waited too long; says whether there may be more. */
    public boolean giveUpOld() {
        BatchReport report = transaction.giveUp(clock.instant().minus(patience), GIVEN_UP_AT_ONCE);
        if (report.hasMessages()) {
            committed.accept(report);
        }
        return report.deadLetters().size() == GIVEN_UP_AT_ONCE;
    }
}
