package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.testbed.postgres.Database;

/** How fast a processor worked, as the database itself knows it: by the times of its commits. */
public final class AppliedRate {
    private AppliedRate() {}

    /**
     * Events a second from the first batch's taking to the last commit; with a warm-up, from the
     * commit that completed it.
     *
     * @param warmUp how many events come before what is measured; fewer than there are
     */
    public static double of(Database database, long warmUp) {
        return new Sql(database)
                .rows(
                        """
                        with transactions as (
                            select xmin::text as id, count(*) as events, min(taken_at) as taken_at
                            from processed_events where kafka_offset >= 0 group by 1
                        ), commits as (
                            select pg_xact_commit_timestamp(id::xid) as at, events, taken_at
                            from transactions
                        ), course as (
                            select at, sum(events) over (order by at) as total from commits
                            union all
                            select min(taken_at), 0 from commits
                        )
                        select (max(total) - min(total)) / extract(epoch from max(at) - min(at))
                        from course where total >= %d
                        """
                                .formatted(warmUp),
                        row -> row.getDouble(1))
                .getFirst();
    }
}
