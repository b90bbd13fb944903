package com.voicesurvey.telephony.processor.replay;

/**
 * What a replay came to.
 *
 * @param read records that it looked at
 * @param matching those of the wanted calls
 * @param applied events that were missing and reached their attempt, or would
 * @param parked events that were missing and wait for their attempt, or would
 * @param alreadyThere events that the ledger held
 * @param notApplicable records that are dead letters
 * @param leftToProcessors records of the range that no processor has read yet, which are theirs
 * @param complete whether it came to its end; false if it was cancelled
 */
public record ReplayReport(
        long read,
        long matching,
        long applied,
        long parked,
        long alreadyThere,
        long notApplicable,
        long leftToProcessors,
        boolean dryRun,
        boolean complete) {}
