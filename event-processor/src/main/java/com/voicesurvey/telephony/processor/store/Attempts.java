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
import com.voicesurvey.telephony.processor.db.tables.records.CallAttemptsRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The call attempts: loaded under lock, written back together. */
public final class Attempts {
    private Attempts() {}

    /**
     * The attempts of those calls that are there, locked in key order until the transaction ends.
     * New attempts of the same contacts are not held up.
     */
    public static Map<CallId, CallAttempt> lock(DSLContext tx, Collection<CallId> calls) {
        return byCall(
                tx.selectFrom(CALL_ATTEMPTS)
                        .where(isOf(calls))
                        .orderBy(CALL_ATTEMPTS.CALL_ID)
                        .forNoKeyUpdate()
                        .fetch());
    }

    /** The attempts of those calls that are there, without locking. */
    public static Map<CallId, CallAttempt> read(DSLContext tx, Collection<CallId> calls) {
        return byCall(tx.selectFrom(CALL_ATTEMPTS).where(isOf(calls)).fetch());
    }

    private static Condition isOf(Collection<CallId> calls) {
        return CALL_ATTEMPTS.CALL_ID.eq(
                DSL.any(calls.stream().map(CallId::value).toArray(String[]::new)));
    }

    private static Map<CallId, CallAttempt> byCall(List<CallAttemptsRecord> rows) {
        Map<CallId, CallAttempt> attempts = new HashMap<>();
        for (CallAttemptsRecord row : rows) {
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
        var id = rows.column(t.ID, a -> a.id().value());
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
                        .where(t.ID.eq(id))
                        .execute();
        RowCount.require("call_attempts", attempts.size(), written);
    }

    /**
     * An attempt as the rules see it. Where another system has noted an answer or an end, the stage
     * is at least that, whatever our own column says.
     */
    static CallAttempt attempt(CallAttemptsRecord row) {
        CallStage stage = Objects.requireNonNull(EnumColumns.STAGE.domain(row.getCallStage()));
        if (row.getEndedAt() != null) {
            stage = CallStage.ENDED;
        } else if (row.getAnsweredAt() != null && stage.isBefore(CallStage.ANSWERED)) {
            stage = CallStage.ANSWERED;
        }
        String providerCallId = row.getProviderCallId();
        return new CallAttempt(
                new CallAttemptId(row.getId()),
                new CallId(row.getCallId()),
                new CampaignId(row.getCampaignId()),
                new ContactId(row.getContactId()),
                row.getAttemptNumber(),
                providerCallId == null || providerCallId.isBlank()
                        ? null
                        : new ProviderCallId(providerCallId),
                stage,
                row.getProviderRawStatus(),
                Times.ofColumn(row.getAnsweredAt()),
                ending(row),
                EnumColumns.OUTCOME.domain(row.getOutcome()),
                before(row));
    }

    private static @Nullable Ending ending(CallAttemptsRecord row) {
        Instant endedAt = Times.ofColumn(row.getEndedAt());
        if (endedAt == null) {
            return null;
        }
        String code = row.getErrorCode();
        Integer seconds = row.getDurationSeconds();
        return new Ending(
                EnumColumns.EVENT_TYPE.domain(row.getEndEvent()),
                endedAt,
                row.getEndSequence(),
                Times.ofColumn(row.getEndProviderTime()),
                seconds == null ? null : Duration.ofSeconds(seconds),
                code == null || code.isBlank()
                        ? null
                        : new ProviderError(code, row.getErrorMessage()));
    }

    private static @Nullable ContactStanding before(CallAttemptsRecord row) {
        var state = EnumColumns.CONTACT_STATE.domain(row.getContactStateBefore());
        return state == null
                ? null
                : new ContactStanding(
                        state, EnumColumns.OUTCOME.domain(row.getContactOutcomeBefore()));
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
