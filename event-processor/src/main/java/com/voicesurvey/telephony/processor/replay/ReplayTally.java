package com.voicesurvey.telephony.processor.replay;

import com.voicesurvey.telephony.processor.apply.BatchReport;
import com.voicesurvey.telephony.processor.apply.ReplayCount;

/** Adds up what pieces of a replay came to. */
final class ReplayTally {
    private long read;
    private long matching;
    private long applied;
    private long parked;
    private long alreadyThere;
    private long notApplicable;

    void read(long records) {
        read += records;
    }

    void add(ReplayCount count) {
        matching += count.read();
        applied += count.applied();
        parked += count.parked();
        alreadyThere += count.alreadyThere();
        notApplicable += count.notApplicable();
    }

    void add(BatchReport report) {
        matching += report.read();
        applied += report.applied().size();
        parked += report.parked();
        alreadyThere += report.duplicates() + report.alreadyDone();
        notApplicable += report.deadLetters().size();
    }

    ReplayReport report(long leftToProcessors, boolean dryRun, boolean complete) {
        return new ReplayReport(
                read,
                matching,
                applied,
                parked,
                alreadyThere,
                notApplicable,
                leftToProcessors,
                dryRun,
                complete);
    }
}
