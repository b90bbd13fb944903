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

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The call attempts, as the rules see them. */
public final class Attempts {
    /** What the rules look at. */
    static final List<Field<?>> COLUMNS =
            Arrays.stream(CALL_ATTEMPTS.fields())
                    .filter(
                            column ->
                                    !column.equals(CALL_ATTEMPTS.METADATA)
                                            && !column.equals(CALL_ATTEMPTS.STARTED_AT))
                    .toList();

    private Attempts() {}

    /** The attempts of those calls that are there, without locking. */
    public static Map<CallId, CallAttempt> read(DSLContext tx, Collection<CallId> calls) {
        return tx
                .select(COLUMNS)
                .from(CALL_ATTEMPTS)
                .where(isOf(calls))
                .fetch(Attempts::attempt)
                .stream()
                .collect(Collectors.toMap(CallAttempt::callId, attempt -> attempt));
    }

    static Condition isOf(Collection<CallId> calls) {
        return CALL_ATTEMPTS.CALL_ID.eq(
                DSL.any(calls.stream().map(CallId::value).toArray(String[]::new)));
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
}
