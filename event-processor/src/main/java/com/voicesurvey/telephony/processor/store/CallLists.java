package com.voicesurvey.telephony.processor.store;

import static com.voicesurvey.telephony.processor.db.Tables.CALLS_UNDER_WAY;
import static com.voicesurvey.telephony.processor.db.Tables.CALL_ATTEMPTS;
import static com.voicesurvey.telephony.processor.db.Tables.OVERDUE_CALLS;
import static com.voicesurvey.telephony.processor.db.Tables.PARKED_EVENTS;
import static com.voicesurvey.telephony.processor.db.Tables.PROCESSED_EVENTS;

import com.voicesurvey.telephony.domain.event.CallStage;
import com.voicesurvey.telephony.processor.calls.CallSummary;
import com.voicesurvey.telephony.processor.calls.ParkedCall;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Lists of calls for operators, each read through an index. */
public final class CallLists {
    /** The longest list. */
    public static final int MOST = 200;

    private static final int UUID_LENGTH = 36;

    private CallLists() {}

    /**
     * The calls of that call_id, provider call id or contact id, the latest first; {@link #MOST} at
     * the most.
     */
    public static List<CallSummary> find(DSLContext tx, String id) {
        var a = CALL_ATTEMPTS;
        Set<CallSummary> found = new LinkedHashSet<>(attempts(tx, a.CALL_ID.eq(id)));
        if (found.isEmpty() && isInLedger(tx, id)) {
            found.add(new CallSummary(id, null, null, null, null, null, null, null, null));
        }
        found.addAll(attempts(tx, a.PROVIDER_CALL_ID.eq(id)));
        if (id.length() == UUID_LENGTH) {
            try {
                found.addAll(attempts(tx, a.CONTACT_ID.eq(UUID.fromString(id))));
            } catch (IllegalArgumentException e) {
                // an id of another kind that is as long
            }
        }
        return List.copyOf(found);
    }

    /** How many calls are under way, by the stage that they have reached, the end excepted. */
    public static Map<String, Long> underWay(DSLContext tx) {
        var a = CALLS_UNDER_WAY;
        Map<String, Long> stages = new TreeMap<>();
        var answered = DSL.field(a.ANSWERED_AT.isNotNull());
        tx.select(a.CALL_STAGE, answered, DSL.count())
                .from(a)
                .groupBy(a.CALL_STAGE, answered)
                .forEach(
                        row -> {
                            CallStage stage = EnumColumns.STAGE.domain(row.value1());
                            // as the columns have it: a stage is at least what they say
                            if (stage != null
                                    && row.value2()
                                    && stage.isBefore(CallStage.ANSWERED)) {
                                stage = CallStage.ANSWERED;
                            }
                            stages.merge(
                                    String.valueOf(stage).toLowerCase(Locale.ROOT),
                                    (long) row.value3(),
                                    Long::sum);
                        });
        return stages;
    }

    /** How many calls without an end began, and were last answered, before that time. */
    public static long countStuck(DSLContext tx, Instant since) {
        return tx.fetchCount(CALLS_UNDER_WAY, stuck(since));
    }

    /** Those calls, the oldest first; {@link #MOST} at the most. */
    public static List<CallSummary> stuck(DSLContext tx, Instant since) {
        var a = CALL_ATTEMPTS;
        return summaries(tx)
                .where(
                        a.ID.in(
                                DSL.select(CALLS_UNDER_WAY.ID)
                                        .from(CALLS_UNDER_WAY)
                                        .where(stuck(since))
                                        .orderBy(CALLS_UNDER_WAY.STARTED_AT)
                                        .limit(MOST)))
                .and(a.ENDED_AT.isNull())
                .orderBy(a.STARTED_AT)
                .fetch(CallLists::summary);
    }

    /** The calls whose events wait for their attempt, the oldest first. */
    public static List<ParkedCall> parked(DSLContext tx) {
        var p = PARKED_EVENTS;
        var since = DSL.min(p.PARKED_AT);
        return tx.select(p.CALL_ID, DSL.count(), since)
                .from(p)
                .groupBy(p.CALL_ID)
                .orderBy(since)
                .limit(MOST)
                .fetch(row -> new ParkedCall(row.value1(), row.value2(), row.value3().toInstant()));
    }

    public static long countParked(DSLContext tx) {
        return tx.fetchCount(PARKED_EVENTS);
    }

    /** Since when the oldest parked event has waited; null where there is none. */
    public static @Nullable Instant oldestParked(DSLContext tx) {
        return Times.ofColumn(
                tx.select(DSL.min(PARKED_EVENTS.PARKED_AT))
                        .from(PARKED_EVENTS)
                        .fetchSingle()
                        .value1());
    }

    private static Condition stuck(Instant since) {
        var a = CALLS_UNDER_WAY;
        return a.STARTED_AT
                .lt(Times.toColumn(since))
                .and(a.ANSWERED_AT.isNull().or(a.ANSWERED_AT.lt(Times.toColumn(since))));
    }

    private static boolean isInLedger(DSLContext tx, String callId) {
        return tx.fetchExists(PROCESSED_EVENTS, PROCESSED_EVENTS.CALL_ID.eq(callId));
    }

    private static List<CallSummary> attempts(DSLContext tx, Condition which) {
        return new ArrayList<>(
                summaries(tx)
                        .where(which)
                        .orderBy(CALL_ATTEMPTS.STARTED_AT.desc())
                        .limit(MOST)
                        .fetch(CallLists::summary));
    }

    private static SelectOnConditionStep<?> summaries(DSLContext tx) {
        var a = CALL_ATTEMPTS;
        return tx.select(
                        a.CALL_ID,
                        a.CONTACT_ID,
                        a.PROVIDER_CALL_ID,
                        a.ATTEMPT_NUMBER,
                        a.CALL_STAGE,
                        a.OUTCOME,
                        a.STARTED_AT,
                        a.ANSWERED_AT,
                        a.ENDED_AT,
                        OVERDUE_CALLS.REQUESTS)
                .from(a)
                .leftJoin(OVERDUE_CALLS)
                .on(OVERDUE_CALLS.CALL_ID.eq(a.CALL_ID));
    }

    private static CallSummary summary(Record row) {
        var a = CALL_ATTEMPTS;
        var outcome = row.get(a.OUTCOME);
        Integer questions = row.get(OVERDUE_CALLS.REQUESTS);
        return new CallSummary(
                Objects.requireNonNull(row.get(a.CALL_ID)),
                row.get(a.CONTACT_ID),
                row.get(a.PROVIDER_CALL_ID),
                row.get(a.ATTEMPT_NUMBER),
                stage(row),
                outcome == null ? null : outcome.getLiteral(),
                Times.ofColumn(row.get(a.STARTED_AT)),
                Times.ofColumn(row.get(a.ENDED_AT)),
                questions == null || questions == 0 ? null : questions);
    }

    private static String stage(Record row) {
        var a = CALL_ATTEMPTS;
        if (row.get(a.ENDED_AT) != null) {
            return "ended";
        }
        CallStage stage = EnumColumns.STAGE.domain(row.get(a.CALL_STAGE));
        if (stage != null && row.get(a.ANSWERED_AT) != null && stage.isBefore(CallStage.ANSWERED)) {
            stage = CallStage.ANSWERED;
        }
        return String.valueOf(stage).toLowerCase(Locale.ROOT);
    }
}
