package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_SEARCH;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.wire.OverdueCall;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * The attempts without an end, and how often the provider was asked about each.
 *
 * <p>No index knows which attempts have ended: it would be touched by every end of a call. Instead
 * each attempt is looked at once it is old enough, and stands in {@code overdue_calls} from then
 * until its end is seen.
 */
public final class OverdueAttempts {
    /** How much longer than its patience a look goes back, for what is committed late. */
    private static final Duration COMMITTED_LATE = Duration.ofMinutes(2);

    /** What is entered with an earlier start, of 9 minutes ago and more, a trigger notes. */
    private static final Field<OffsetDateTime> NOTED_WHEN_ENTERED =
            DSL.field("now() - interval '10 minutes'", SQLDataType.TIMESTAMPWITHTIMEZONE);

    private OverdueAttempts() {}

    /**
     * That a call was asked about.
     *
     * @param next when it is asked about again if its end is not there by then; null for never
     */
    public record Asked(CallId callId, int request, @Nullable Instant next) {}

    /**
     * Notes the attempts without an end that have become old enough since the last look, and which
     * of those noted before are over. One processor at a time, the others wait.
     *
     * @param since an attempt that began after that is left to a later look
     */
    public static void look(DSLContext tx, Instant since) {
        var s = OVERDUE_SEARCH;
        OffsetDateTime from = tx.selectFrom(s).forUpdate().fetchSingle(s.LOOKED_UNTIL);
        var a = CALL_ATTEMPTS;
        var o = OVERDUE_CALLS;
        tx.insertInto(o, o.CALL_ID, o.REQUESTS, o.NEXT_REQUEST_AT)
                .select(
                        DSL.select(a.CALL_ID, DSL.val(0), a.STARTED_AT)
                                .from(a)
                                .where(a.ENDED_AT.isNull())
                                .and(a.STARTED_AT.ge(from))
                                .and(a.STARTED_AT.lt(Times.toColumn(since)))
                                // one that is about to be deleted is met again by the next look
                                .forKeyShare()
                                .skipLocked())
                .onConflictDoNothing()
                .execute();
        tx.update(o)
                .set(o.OVER, true)
                .from(a)
                .where(a.CALL_ID.eq(o.CALL_ID))
                .and(DSL.not(o.OVER))
                .and(a.ENDED_AT.isNotNull())
                .execute();
        var until = DSL.val(Times.toColumn(since.minus(COMMITTED_LATE)), s.LOOKED_UNTIL);
        tx.update(s)
                .set(
                        s.LOOKED_UNTIL,
                        DSL.greatest(s.LOOKED_UNTIL, DSL.least(until, NOTED_WHEN_ENTERED)))
                .execute();
    }

    /**
     * Some of the attempts noted to be asked about, each with the number of the question, that
     * nobody else is asking about; locked until the transaction ends.
     *
     * @param since an attempt that began, or was answered, after that is not overdue yet
     */
    public static List<OverdueCall> lockDue(DSLContext tx, Instant now, Instant since, int limit) {
        var a = CALL_ATTEMPTS;
        var o = OVERDUE_CALLS;
        return tx.select(a.CALL_ID, a.CAMPAIGN_ID, a.CONTACT_ID, a.PROVIDER_CALL_ID, o.REQUESTS)
                .from(o)
                .join(a)
                .on(a.CALL_ID.eq(o.CALL_ID))
                .where(DSL.not(o.OVER))
                .and(o.NEXT_REQUEST_AT.le(Times.toColumn(now)))
                .and(a.ENDED_AT.isNull())
                .and(isId(a.PROVIDER_CALL_ID))
                .and(isId(a.CALL_ID))
                .and(a.STARTED_AT.lt(Times.toColumn(since)))
                .and(a.ANSWERED_AT.isNull().or(a.ANSWERED_AT.lt(Times.toColumn(since))))
                .orderBy(o.NEXT_REQUEST_AT)
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
