package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.domain.call.Ending;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Call attempts that a transaction has locked, to be changed and written back together. */
public final class LockedAttempts {
    private final DSLContext tx;
    private final Map<CallId, CallAttempt> byCall = new HashMap<>();
    private final Map<CallId, String> places = new HashMap<>();

    private LockedAttempts(DSLContext tx) {
        this.tx = tx;
    }

    /** No attempts. */
    public static LockedAttempts none(DSLContext tx) {
        return new LockedAttempts(tx);
    }

    /**
     * The attempts of those calls that are there, locked in key order until the transaction ends.
     * New attempts of the same contacts are not held up.
     */
    public static LockedAttempts of(DSLContext tx, Collection<CallId> calls) {
        LockedAttempts locked = new LockedAttempts(tx);
        Field<String> place = RowPlace.of(CALL_ATTEMPTS);
        tx.select(Attempts.COLUMNS)
                .select(place)
                .from(CALL_ATTEMPTS)
                .where(Attempts.isOf(calls))
                .orderBy(CALL_ATTEMPTS.CALL_ID)
                .forNoKeyUpdate()
                .fetch()
                .forEach(row -> locked.add(Attempts.attempt(row), row.get(place)));
        return locked;
    }

    private void add(CallAttempt attempt, String place) {
        byCall.put(attempt.callId(), attempt);
        places.put(attempt.callId(), place);
    }

    /** As they stood when they were locked. */
    public Map<CallId, CallAttempt> byCall() {
        return Collections.unmodifiableMap(byCall);
    }

    /**
     * Writes what telephony may change of these. Once only: they stand elsewhere afterwards.
     *
     * @param attempts any of those that are locked
     * @throws IllegalStateException if one of them is not locked, or gone
     */
    public void write(Collection<CallAttempt> attempts) {
        var t = CALL_ATTEMPTS;
        var rows = new ArrayRows<>(List.copyOf(attempts));
        var place = rows.column(RowPlace.of(t), a -> places.get(a.callId()));
        var callId = rows.column(t.CALL_ID, a -> a.callId().value());
        int written =
                tx.update(t)
                        .set(
                                t.PROVIDER_CALL_ID,
                                rows.column(t.PROVIDER_CALL_ID, a -> text(a.providerCallId())))
                        .set(
                                t.CALL_STAGE,
                                rows.column(t.CALL_STAGE, a -> EnumColumns.STAGE.column(a.stage())))
                        .set(
                                t.PROVIDER_RAW_STATUS,
                                rows.column(t.PROVIDER_RAW_STATUS, CallAttempt::rawStatus))
                        .set(
                                t.ANSWERED_AT,
                                rows.column(t.ANSWERED_AT, a -> Times.toColumn(a.answeredAt())))
                        .set(
                                t.OUTCOME,
                                rows.column(
                                        t.OUTCOME, a -> EnumColumns.OUTCOME.column(a.outcome())))
                        .set(
                                t.ENDED_AT,
                                rows.column(t.ENDED_AT, end(e -> Times.toColumn(e.endedAt()))))
                        .set(
                                t.END_EVENT,
                                rows.column(
                                        t.END_EVENT,
                                        end(e -> EnumColumns.EVENT_TYPE.column(e.type()))))
                        .set(
                                t.END_SEQUENCE,
                                rows.column(t.END_SEQUENCE, end(Ending::sequenceNumber)))
                        .set(
                                t.END_PROVIDER_TIME,
                                rows.column(
                                        t.END_PROVIDER_TIME,
                                        end(e -> Times.toColumn(e.providerTime()))))
                        .set(
                                t.DURATION_SECONDS,
                                rows.column(t.DURATION_SECONDS, end(e -> seconds(e.duration()))))
                        .set(t.ERROR_CODE, rows.column(t.ERROR_CODE, error(ProviderError::code)))
                        .set(
                                t.ERROR_MESSAGE,
                                rows.column(t.ERROR_MESSAGE, error(ProviderError::message)))
                        .set(
                                t.CONTACT_STATE_BEFORE,
                                rows.column(
                                        t.CONTACT_STATE_BEFORE,
                                        before(b -> EnumColumns.CONTACT_STATE.column(b.state()))))
                        .set(
                                t.CONTACT_OUTCOME_BEFORE,
                                rows.column(
                                        t.CONTACT_OUTCOME_BEFORE,
                                        before(b -> EnumColumns.OUTCOME.column(b.lastOutcome()))))
                        .from(rows.table())
                        .where(RowPlace.is(t, place))
                        // a place alone tells nothing of who stands there
                        .and(t.CALL_ID.eq(callId))
                        .execute();
        RowCount.require("call_attempts", attempts.size(), written);
    }

    private static <V> Function<CallAttempt, @Nullable V> end(Function<Ending, @Nullable V> value) {
        return attempt -> attempt.ending() == null ? null : value.apply(attempt.ending());
    }

    private static <V> Function<CallAttempt, @Nullable V> error(
            Function<ProviderError, @Nullable V> value) {
        return end(ending -> ending.error() == null ? null : value.apply(ending.error()));
    }

    private static <V> Function<CallAttempt, @Nullable V> before(
            Function<ContactStanding, @Nullable V> value) {
        return attempt ->
                attempt.contactBefore() == null ? null : value.apply(attempt.contactBefore());
    }

    private static @Nullable String text(@Nullable ProviderCallId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }
}
