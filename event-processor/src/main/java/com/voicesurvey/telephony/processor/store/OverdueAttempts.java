package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.wire.OverdueCall;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The attempts without an end, and how often the provider was asked about each. */
public final class OverdueAttempts {
    private OverdueAttempts() {}

    /**
     * That a call was asked about.
     *
     * @param next when it is asked about again if its end is not there by then; null for never
     */
    public record Asked(CallId callId, int request, @Nullable Instant next) {}

    /**
     * Some of the attempts to be asked about, each with the number of the question, that nobody
     * else is asking about; locked until the transaction ends.
     *
     * @param since an attempt that began, or was answered, after that is not overdue yet
     */
    public static List<OverdueCall> lockDue(DSLContext tx, Instant now, Instant since, int limit) {
        var a = CALL_ATTEMPTS;
        var o = OVERDUE_CALLS;
        Field<Integer> asked = DSL.coalesce(o.REQUESTS, 0);
        return tx.select(a.CALL_ID, a.CAMPAIGN_ID, a.CONTACT_ID, a.PROVIDER_CALL_ID, asked)
                .from(a)
                .leftJoin(o)
                .on(o.CALL_ID.eq(a.CALL_ID))
                .where(a.ENDED_AT.isNull())
                .and(isId(a.PROVIDER_CALL_ID))
                .and(isId(a.CALL_ID))
                .and(a.STARTED_AT.lt(Times.toColumn(since)))
                .and(a.ANSWERED_AT.isNull().or(a.ANSWERED_AT.lt(Times.toColumn(since))))
                .and(o.CALL_ID.isNull().or(o.NEXT_REQUEST_AT.le(Times.toColumn(now))))
                .orderBy(a.STARTED_AT)
                .limit(limit)
                .forNoKeyUpdate()
                .of(a)
                .skipLocked()
                .fetch(
                        row ->
                                new OverdueCall(
                                        new CallId(row.value1()),
                                        new CampaignId(row.value2()),
                                        new ContactId(row.value3()),
                                        new ProviderCallId(row.value4()),
                                        row.value5() + 1));
    }

    /**
     * Notes that those calls are asked about.
     *
     * @return those of which it was not known yet; somebody else has put the question about the
     *     others between the look at them and their lock
     */
    public static Set<CallId> note(DSLContext tx, List<Asked> calls) {
        var o = OVERDUE_CALLS;
        var rows = new ArrayRows<>(calls);
        var columns =
                List.<Field<?>>of(
                        rows.column(o.CALL_ID, call -> call.callId().value()),
                        rows.column(o.REQUESTS, Asked::request),
                        rows.column(o.NEXT_REQUEST_AT, call -> Times.toColumn(call.next())));
        return tx.insertInto(o)
                .columns(columns.stream().map(c -> o.field(c.getUnqualifiedName())).toList())
                .select(DSL.select(columns).from(rows.table()))
                .onConflict(o.CALL_ID)
                .doUpdate()
                .set(o.REQUESTS, DSL.excluded(o.REQUESTS))
                .set(o.NEXT_REQUEST_AT, DSL.excluded(o.NEXT_REQUEST_AT))
                .where(o.REQUESTS.lt(DSL.excluded(o.REQUESTS)))
                .returning(o.CALL_ID)
                .fetchSet(row -> new CallId(row.getCallId()));
    }

    /**
     * Rows are others' to write: one that could not be asked about, as {@link
     * com.voicesurvey.telephony.domain.BoundedText} has it, would hold up all the rest.
     */
    private static Condition isId(Field<String> id) {
        return id.likeRegex("[^[:space:]]")
                .and(id.notLikeRegex("[\\u0001-\\u001f\\u007f-\\u009f]"));
    }
}
