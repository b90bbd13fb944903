package com.voicesurvey.telephony.local.bench.database;

import com.voicesurvey.telephony.local.bench.traffic.CallKind;
import com.voicesurvey.telephony.local.bench.traffic.Report;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many calls stand how, and how many events the ledger holds.
 *
 * @param calls by stage, outcome, and state and last outcome of the contact
 * @param answered attempts with a time of answer
 * @param ended attempts with a time of end
 * @param ledger rows of the ledger that were applied
 */
public record CallCounts(Map<String, Long> calls, long answered, long ended, long ledger) {

    public CallCounts {
        calls = Map.copyOf(calls);
    }

    /** What a database holds of the calls that were added by {@link CallDatabases#addCalls}. */
    public static CallCounts held(Database database) {
        Sql sql = new Sql(database);
        return new CallCounts(
                sql.counts(
                        """
                        select concat_ws('/', a.call_stage, coalesce(a.outcome::text, '-'), c.state,
                            coalesce(c.last_outcome::text, '-')), count(*)
                        from call_attempts a join contacts c on c.id = a.contact_id
                        where a.metadata = '{}'
                        group by 1
                        """),
                sql.number("select count(answered_at) from call_attempts where metadata = '{}'"),
                sql.number("select count(ended_at) from call_attempts where metadata = '{}'"),
                sql.number(
                        """
                        select count(*) from processed_events
                        where applied_at is not null and kafka_offset >= 0
                        """));
    }

    /** What there is to be once those reports were applied, in an order that is right. */
    public static CallCounts expected(long[] codes, long calls) {
        Map<Long, Integer> lastSteps = new HashMap<>();
        for (long code : codes) {
            Report report = Report.of(code);
            lastSteps.merge(report.call(), report.step(), Math::max);
        }
        Map<String, Long> standings = new TreeMap<>();
        long answered = 0;
        long ended = 0;
        for (var last : lastSteps.entrySet()) {
            CallKind kind = CallKind.of(last.getKey());
            standings.merge(standing(kind, last.getValue()), 1L, Long::sum);
            answered += kind == CallKind.ANSWERED && last.getValue() >= 2 ? 1 : 0;
            ended += last.getValue() == kind.steps().size() - 1 ? 1 : 0;
        }
        if (calls > lastSteps.size()) {
            standings.put("planned/-/in_progress/-", calls - lastSteps.size());
        }
        return new CallCounts(standings, answered, ended, codes.length);
    }

    private static String standing(CallKind kind, int step) {
        return switch (kind.steps().get(step)) {
            case INITIATED -> "initiated/-/in_progress/-";
            case RINGING -> "ringing/-/in_progress/-";
            case IN_PROGRESS -> "answered/-/in_progress/-";
            case COMPLETED -> "ended/-/in_progress/-";
            case NO_ANSWER -> "ended/no_answer/not_reached/no_answer";
            case BUSY -> "ended/busy/not_reached/busy";
            case FAILED, CANCELED -> "ended/failed/not_reached/failed";
        };
    }
}
