package com.voicesurvey.telephony.processor.apply;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.processor.config.OverdueRules;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.outbox.OverdueCallMessage;
import com.voicesurvey.telephony.processor.store.Database;
import com.voicesurvey.telephony.processor.store.Outbox;
import com.voicesurvey.telephony.processor.store.OverdueAttempts;
import com.voicesurvey.telephony.processor.store.OverdueAttempts.Asked;

import org.jooq.DSLContext;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Puts questions about overdue calls, each in one transaction with the note of it. */
public final class OverdueTransaction {
    private final Database database;
    private final OverdueRules rules;

    public OverdueTransaction(Database database, OverdueRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /**
     * What came of one look.
     *
     * @param due how many calls were found, at most as many as were looked for
     * @param asked the questions that were put
     */
    public record Round(int due, List<OverdueCall> asked) {}

    /** Notes which calls have become old enough to be asked about, and which are over. */
    public void look(Instant now) {
        database.transaction(
                tx -> {
                    OverdueAttempts.look(tx, now.minus(rules.patience()));
                    return true;
                });
    }

    /**
     * Asks about some of the calls that are due.
     *
     * @param limit at least 1
     */
    public Round ask(Instant now, int limit) {
        return database.transaction(
                tx -> {
                    Instant since = now.minus(rules.patience());
                    List<OverdueCall> due = OverdueAttempts.lockDue(tx, now, since, limit);
                    return new Round(due.size(), due.isEmpty() ? due : put(tx, due, now));
                });
    }

    private List<OverdueCall> put(DSLContext tx, List<OverdueCall> due, Instant now) {
        Set<CallId> noted =
                OverdueAttempts.note(tx, due.stream().map(call -> asked(call, now)).toList());
        List<OverdueCall> asked =
                due.stream().filter(call -> noted.contains(call.callId())).toList();
        List<OutboxMessage> messages =
                asked.stream().map(call -> OverdueCallMessage.of(call, now)).toList();
        if (!messages.isEmpty()) {
            Outbox.add(tx, messages);
        }
        return asked;
    }

    private Asked asked(OverdueCall call, Instant now) {
        return new Asked(
                call.callId(),
                call.request(),
                rules.isLast(call.request()) ? null : rules.next(call.request(), now));
    }
}
