package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.CONTACTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import com.voicesurvey.telephony.domain.fault.PhoneNumbers;
import com.voicesurvey.telephony.processor.calls.CallReport;
import com.voicesurvey.telephony.processor.calls.CallReport.AttemptReport;
import com.voicesurvey.telephony.processor.calls.CallReport.ContactReport;
import com.voicesurvey.telephony.processor.calls.CallReport.EventReport;
import com.voicesurvey.telephony.processor.db.tables.records.CallAttemptsRecord;
import com.voicesurvey.telephony.processor.db.tables.records.ProcessedEventsRecord;

import org.jooq.DSLContext;
import org.jooq.EnumType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads what happened to calls. */
public final class CallHistory {
    private static final int MOST_CALLS = 100;

    private CallHistory() {}

    /** The call of that id, or null if neither an attempt nor an event is known. */
    public static @Nullable CallReport find(DSLContext tx, String callId) {
        CallAttemptsRecord attempt =
                tx.selectFrom(CALL_ATTEMPTS).where(CALL_ATTEMPTS.CALL_ID.eq(callId)).fetchOne();
        List<EventReport> events = events(tx, callId);
        if (attempt == null) {
            return events.isEmpty() ? null : new CallReport(callId, null, null, events);
        }
        return new CallReport(callId, report(attempt), contact(tx, attempt.getContactId()), events);
    }

    /** The calls whose attempt has that provider call id, the latest first; 100 at the most. */
    public static List<CallReport> ofProviderCall(DSLContext tx, String providerCallId) {
        return tx
                .select(CALL_ATTEMPTS.CALL_ID)
                .from(CALL_ATTEMPTS)
                .where(CALL_ATTEMPTS.PROVIDER_CALL_ID.eq(providerCallId))
                .orderBy(CALL_ATTEMPTS.STARTED_AT.desc())
                .limit(MOST_CALLS)
                .fetch(row -> find(tx, row.value1()))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<EventReport> events(DSLContext tx, String callId) {
        return tx.selectFrom(PROCESSED_EVENTS)
                .where(PROCESSED_EVENTS.CALL_ID.eq(callId))
                .orderBy(
                        DSL.coalesce(PROCESSED_EVENTS.PROVIDER_TIME, PROCESSED_EVENTS.RECEIVED_AT),
                        PROCESSED_EVENTS.SEQUENCE_NUMBER.asc().nullsLast(),
                        PROCESSED_EVENTS.EVENT_TYPE,
                        PROCESSED_EVENTS.RECEIVED_AT)
                .fetch(CallHistory::report);
    }

    private static AttemptReport report(CallAttemptsRecord row) {
        return new AttemptReport(
                row.getId(),
                row.getCampaignId(),
                row.getContactId(),
                row.getAttemptNumber(),
                row.getProviderCallId(),
                Attempts.attempt(row).stage().name().toLowerCase(java.util.Locale.ROOT),
                row.getProviderRawStatus(),
                row.getStartedAt().toInstant(),
                Times.ofColumn(row.getAnsweredAt()),
                Times.ofColumn(row.getEndedAt()),
                row.getDurationSeconds(),
                literal(row.getOutcome()),
                row.getErrorCode(),
                masked(row.getErrorMessage()));
    }

    /** Without the columns that say who somebody is: the processor's role may not read them. */
    private static @Nullable ContactReport contact(DSLContext tx, UUID id) {
        var c = CONTACTS;
        return tx.select(c.ID, c.STATE, c.LAST_OUTCOME, c.ATTEMPTS_COUNT, c.PREFERRED_LANGUAGE)
                .from(c)
                .where(c.ID.eq(id))
                .fetchOne(
                        row ->
                                new ContactReport(
                                        row.value1(),
                                        row.value2().getLiteral(),
                                        literal(row.value3()),
                                        row.value4(),
                                        row.value5().getLiteral()));
    }

    private static EventReport report(ProcessedEventsRecord row) {
        Instant received = row.getReceivedAt().toInstant();
        Instant happened = Times.ofColumn(row.getProviderTime());
        Instant applied = Times.ofColumn(row.getAppliedAt());
        return new EventReport(
                row.getEventType().getLiteral(),
                row.getProviderCallId(),
                row.getDisposition().getLiteral(),
                row.getSequenceNumber(),
                row.getAnsweredBy(),
                happened,
                received,
                applied,
                happened == null ? null : Duration.between(happened, received).toMillis(),
                applied == null ? null : Duration.between(received, applied).toMillis(),
                row.getDuplicates(),
                row.getKafkaPartition(),
                row.getKafkaOffset());
    }

    private static @Nullable String masked(@Nullable String text) {
        return text == null ? null : PhoneNumbers.masked(text);
    }

    private static @Nullable String literal(@Nullable EnumType value) {
        return value == null ? null : value.getLiteral();
    }
}
