package com.voicesurvey.telephony.processor.overdue;

import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.processor.apply.OverdueTransaction;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.store.Database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.function.IntConsumer;

/**
 * Notices calls whose end was never reported, and asks for each through the outbox.
 *
 * <h2>Failure semantics</h2>
 *
 * A question and the note that it was asked are one transaction, and each question is put once
 * however many processors look for calls to ask about. Asking changes nothing of the call: what
 * comes of it comes back as an event.
 */
public final class OverdueCalls {
    private static final Logger LOG = LoggerFactory.getLogger(OverdueCalls.class);
    private static final int AT_ONCE = 200;

    private final OverdueTransaction transaction;
    private final OverdueRules rules;
    private final Clock clock;
    private final IntConsumer asked;

    /** One look serves all questions that it gives rise to: it reads every call not over. */
    private boolean moreAreDue;

    /**
     * Those of that database.
     *
     * @param asked is told how many questions there are to send now, if any
     */
    public OverdueCalls(Database database, OverdueRules rules, Clock clock, IntConsumer asked) {
        this.transaction = new OverdueTransaction(database, rules);
        this.rules = rules;
        this.clock = clock;
        this.asked = asked;
    }

    /** Asks about some of the calls that are due; says whether there may be more. */
    public boolean ask() {
        if (!moreAreDue) {
            transaction.look(clock.instant());
        }
        OverdueTransaction.Round round = transaction.ask(clock.instant(), AT_ONCE);
        moreAreDue = round.due() == AT_ONCE;
        if (!round.asked().isEmpty()) {
            asked.accept(round.asked().size());
        }
        round.asked().stream()
                .filter(call -> rules.isLast(call.request()))
                .forEach(OverdueCalls::logLast);
        return moreAreDue;
    }

    private static void logLast(OverdueCall call) {
        LOG.atWarn()
                .addKeyValue("call_id", call.callId())
                .log(
                        "The end of call {} is overdue; the provider is asked once more, question {} and the last",
                        call.callId(),
                        call.request());
    }
}
