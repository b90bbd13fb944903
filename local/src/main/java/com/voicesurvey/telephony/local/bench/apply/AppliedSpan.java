package com.voicesurvey.telephony.local.bench.apply;

import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.testbed.postgres.Database;

/** How long a processor worked, as the database itself knows it. */
public final class AppliedSpan {
    private AppliedSpan() {}

    /** Seconds from the first batch's taking to the last offset's commit. */
    public static double seconds(Database database) {
        return new Sql(database)
                .rows(
                        """
                        select extract(epoch from
                            (select max(pg_xact_commit_timestamp(xmin)) from consumer_offsets)
                            - (select min(taken_at) from processed_events
                                where kafka_offset >= 0))
                        """,
                        row -> row.getDouble(1))
                .getFirst();
    }
}
