package com.voicesurvey.telephony.local.bench.database;

import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresOptions;
import com.voicesurvey.telephony.testbed.postgres.EmbeddedPostgresServer;

/**
 * The server: fsync and synchronous_commit on, and the time of each commit kept, by which the
 * benchmarks tell when what was committed.
 */
public final class BenchPostgres {
    private BenchPostgres() {}

    public static EmbeddedPostgresServer start(Owned owned, Steps steps) {
        return owned.own(steps.run("PostgreSQL", () -> EmbeddedPostgresServer.launch(options())));
    }

    /** No checkpoint falls into a run by chance: each run begins after one of its own. */
    private static EmbeddedPostgresOptions options() {
        return EmbeddedPostgresOptions.temporary()
                .with("fsync", "on")
                .with("synchronous_commit", "on")
                .with("track_commit_timestamp", "on")
                .with("max_wal_size", "8GB")
                .with("checkpoint_timeout", "30min");
    }
}
