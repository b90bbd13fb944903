package com.voicesurvey.telephony.processor.overdue;

import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.outbox.OverdueCallMessage;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Outbox;
import com.voicesurvey.telephony.processor.store.OverdueAttempts;
import com.voicesurvey.telephony.processor.store.OverdueAttempts.Asked;

import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Notices calls whose end was never reported, and asks for each through the outbox.
 *
 * <h2>Failure semantics</h2>
 *
 * A question and the note that it was asked are one transaction. Several processors ask about
 * different calls; should two ask about one, the messages have the same id. Asking changes nothing
 * of the call: what comes of it comes back as an event.
 */
public final class OverdueCalls {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueCalls.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final OverdueRules rules;
    private final Clock clock;
    private final Runnable wakeRelay;

    /**
     * Those of that database.
     *
     * @param wakeRelay called when there is something to send
     */
    public OverdueCalls(Database database, OverdueRules rules, Clock clock, Runnable wakeRelay) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.wakeRelay = wakeRelay;
    }

    /** Asks about some of the calls that are due; says whether there may be more. */
    public boolean ask() {
        Instant now = clock.instant();
        List<OverdueCall> due = database.transaction(tx -> ask(tx, now));
        if (due.isEmpty()) {
            return false;
        }
        wakeRelay.run();
        due.stream().filter(call -> rules.isLast(call.request())).forEach(OverdueCalls::logLast);
        return due.size() == AT_ONCE;
    }

    private List<OverdueCall> ask(DSLContext tx, Instant now) {
        List<OverdueCall> due =
                OverdueAttempts.lockDue(tx, now, now.minus(rules.patience()), AT_ONCE);
        if (!due.isEmpty()) {
            OverdueAttempts.note(tx, due.stream().map(call -> asked(call, now)).toList());
            List<OutboxMessage> messages =
                    due.stream().map(call -> OverdueCallMessage.of(call, now)).toList();
            Outbox.add(tx, messages);
        }
        return due;
    }

    private Asked asked(OverdueCall call, Instant now) {
        return new Asked(
                call.callId(),
                call.request(),
                rules.isLast(call.request()) ? null : rules.next(call.request(), now));
    }

    private static void logLast(OverdueCall call) {
        LOG.warn(
                "The end of call {} is overdue; the provider is asked for the {}th and last time",
                call.callId(),
                call.request());
    }
}
