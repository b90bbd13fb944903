package com.voicesurvey.telephony.processor.audit;

/**
 * What an audit came to.
 *
 * @param read records that it looked at
 * @param leftToProcessors records of the part asked for that no processor has read yet: not
 *     compared
 * @param unreadable those that are no call events, which are dead letters
 * @param calls of whose events it read any
 * @param exact calls of which the database holds what the topic says
 * @param different calls with a difference
 * @param differences in all
 * @param onlyPartlyRead calls with events that are not in the part that was read
 * @param nothingToCompare calls whose events all wait for their attempt, or are dead letters
 * @param repaired calls that were put right
 * @param complete whether it came to its end; false if it was cancelled
 */
public record AuditReport(
        long read,
        long leftToProcessors,
        long unreadable,
        long calls,
        long exact,
        long different,
        long differences,
        long onlyPartlyRead,
        long nothingToCompare,
        long repaired,
        boolean complete) {

    /** How many of the calls that differ still do. */
    public long left() {
        return different - repaired;
    }
}
