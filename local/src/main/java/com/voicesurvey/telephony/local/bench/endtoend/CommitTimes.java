package com.voicesurvey.telephony.local.bench.endtoend;

import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.util.HashMap;
import java.util.Map;

/** When each event's row was committed, as the server itself noted it. */
final class CommitTimes {
    private CommitTimes() {}

    /**
     * Microseconds since 1970, by {@code CALL_ID EVENT_TYPE}, of the rows of events that were taken
     * from then on.
     */
    static Map<String, Long> since(Database database, long epochMicros) {
        Map<String, Long> times = new HashMap<>();
        new Sql(database)
                .rows(
                        """
                        select call_id || ' ' || event_type,
                            (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000000)::bigint
                        from processed_events
                        where taken_at >= to_timestamp(%d / 1000000.0)
                        """
                                .formatted(epochMicros),
                        row -> times.put(row.getString(1), row.getLong(2)));
        return times;
    }
}
