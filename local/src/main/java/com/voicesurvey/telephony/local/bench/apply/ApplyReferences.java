package com.voicesurvey.telephony.local.bench.apply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.voicesurvey.telephony.local.bench.host.Workbench;
import com.voicesurvey.telephony.local.bench.reference.CopyLedger;
import com.voicesurvey.telephony.local.bench.reference.PlainProcessor;
import com.voicesurvey.telephony.local.bench.reference.ReferencePlan;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.time.Duration;

/** The references, each in a JVM like event-processor's. */
record ApplyReferences(Workbench bench, String kafka) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    /** Applies those events, and returns once they are committed. */
    void apply(ApplyReport.Kind kind, Database database, EventSet set) {
        int threads = kind == ApplyReport.Kind.EACH_ON_SIX ? set.ends().size() : 1;
        ReferencePlan plan = new ReferencePlan(kafka, database.jdbcUrl(), set.ends(), threads);
        String mode = kind == ApplyReport.Kind.BATCH ? "batch" : "each";
        var _ =
                bench.children()
                        .run(
                                "plain-processor",
                                bench.jvm().processor(),
                                PlainProcessor.class,
                                AT_MOST,
                                json(plan),
                                mode);
    }

    /** Copies so many rows; the seconds that it took. */
    double copy(Database database, int rows) {
        return Double.parseDouble(
                bench.children()
                        .run(
                                "copy",
                                bench.jvm().processor(),
                                CopyLedger.class,
                                AT_MOST,
                                database.jdbcUrl(),
                                "" + rows));
    }

    private static String json(ReferencePlan plan) {
        try {
            return JSON.writeValueAsString(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
