package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;

import com.voicesurvey.telephony.domain.CallAttemptId;
import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.domain.CampaignId;
import com.voicesurvey.telephony.domain.ContactId;
import com.voicesurvey.telephony.domain.ProviderCallId;
import com.voicesurvey.telephony.domain.call.CallAttempt;
import com.voicesurvey.telephony.domain.call.ContactStanding;
import com.voicesurvey.telephony.domain.call.Ending;
import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.domain.event.ProviderError;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The call attempts: loaded under lock, written back together. */
public final class Attempts {
    /** Those that the rules look at. */
    private static final List<Field<?>> COLUMNS =
            Arrays.stream(CALL_ATTEMPTS.fields())
                    .filter(
                            column ->
                                    !column.equals(CALL_ATTEMPTS.METADATA)
                                            && !column.equals(CALL_ATTEMPTS.STARTED_AT))
                    .toList();

    private Attempts() {}

    /**
     * The attempts of those calls that are there, locked in key order until the transaction ends.
     * New attempts of the same contacts are not held up.
     */
    public static Map<CallId, CallAttempt> lock(DSLContext tx, Collection<CallId> calls) {
        return byCall(select(tx, calls).orderBy(CALL_ATTEMPTS.CALL_ID).forNoKeyUpdate().fetch());
    }

    /** The attempts of those calls that are there, without locking. */
    public static Map<CallId, CallAttempt> read(DSLContext tx, Collection<CallId> calls) {
        return byCall(select(tx, calls).fetch());
    }

    private static SelectConditionStep<Record> select(DSLContext tx, Collection<CallId> calls) {
        return tx.select(COLUMNS)
                .from(CALL_ATTEMPTS)
                .where(
                        CALL_ATTEMPTS.CALL_ID.eq(
                                DSL.any(calls.stream().map(CallId::value).toArray(String[]::new))));
    }

    private static Map<CallId, CallAttempt> byCall(List<Record> rows) {
        Map<CallId, CallAttempt> attempts = new HashMap<>();
        for (Record row : rows) {
            CallAttempt attempt = attempt(row);
            attempts.put(attempt.callId(), attempt);
        }
        return attempts;
    }

    /**
     * Writes what telephony may change of those locked attempts.
     *
     * @throws IllegalStateException if one of them is gone
     */
    public static void write(DSLContext tx, Collection<CallAttempt> attempts) {
        var t = CALL_ATTEMPTS;
        var rows = new ArrayRows<>(List.copyOf(attempts));
        // by the key that they were locked by, whose pages have just been read
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
                        .where(t.CALL_ID.eq(callId))
                        .execute();
        RowCount.require("call_attempts", attempts.size(), written);
    }

    /**
     * An attempt as the rules see it. Where another system has noted an answer or an end, the stage
     * is at least that, whatever our own column says.
     */
    static CallAttempt attempt(Record row) {
        CallStage stage =
                Objects.requireNonNull(EnumColumns.STAGE.domain(row.get(CALL_ATTEMPTS.CALL_STAGE)));
        if (row.get(CALL_ATTEMPTS.ENDED_AT) != null) {
            stage = CallStage.ENDED;
        } else if (row.get(CALL_ATTEMPTS.ANSWERED_AT) != null
                && stage.isBefore(CallStage.ANSWERED)) {
            stage = CallStage.ANSWERED;
        }
        String providerCallId = row.get(CALL_ATTEMPTS.PROVIDER_CALL_ID);
        return new CallAttempt(
                new CallAttemptId(row.get(CALL_ATTEMPTS.ID)),
                new CallId(row.get(CALL_ATTEMPTS.CALL_ID)),
                new CampaignId(row.get(CALL_ATTEMPTS.CAMPAIGN_ID)),
                new ContactId(row.get(CALL_ATTEMPTS.CONTACT_ID)),
                row.get(CALL_ATTEMPTS.ATTEMPT_NUMBER),
                providerCallId == null || providerCallId.isBlank()
                        ? null
                        : new ProviderCallId(providerCallId),
                stage,
                row.get(CALL_ATTEMPTS.PROVIDER_RAW_STATUS),
                Times.ofColumn(row.get(CALL_ATTEMPTS.ANSWERED_AT)),
                ending(row),
                EnumColumns.OUTCOME.domain(row.get(CALL_ATTEMPTS.OUTCOME)),
                before(row));
    }

    private static @Nullable Ending ending(Record row) {
        Instant endedAt = Times.ofColumn(row.get(CALL_ATTEMPTS.ENDED_AT));
        if (endedAt == null) {
            return null;
        }
        String code = row.get(CALL_ATTEMPTS.ERROR_CODE);
        Integer seconds = row.get(CALL_ATTEMPTS.DURATION_SECONDS);
        return new Ending(
                EnumColumns.EVENT_TYPE.domain(row.get(CALL_ATTEMPTS.END_EVENT)),
                endedAt,
                row.get(CALL_ATTEMPTS.END_SEQUENCE),
                Times.ofColumn(row.get(CALL_ATTEMPTS.END_PROVIDER_TIME)),
                seconds == null ? null : Duration.ofSeconds(seconds),
                code == null || code.isBlank()
                        ? null
                        : new ProviderError(code, row.get(CALL_ATTEMPTS.ERROR_MESSAGE)));
    }

    private static @Nullable ContactStanding before(Record row) {
        var state = EnumColumns.CONTACT_STATE.domain(row.get(CALL_ATTEMPTS.CONTACT_STATE_BEFORE));
        return state == null
                ? null
                : new ContactStanding(
                        state,
                        EnumColumns.OUTCOME.domain(row.get(CALL_ATTEMPTS.CONTACT_OUTCOME_BEFORE)));
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
