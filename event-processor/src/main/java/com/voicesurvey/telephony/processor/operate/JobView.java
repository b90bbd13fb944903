package com.voicesurvey.telephony.processor.operate;

import com.voicesurvey.telephony.processor.audit.AuditReport;
import com.voicesurvey.telephony.processor.replay.ReplayReport;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A job as it stands.
 *
 * @param kind replay or audit
 * @param options what was asked for, in words
 * @param state running, done, cancelled or failed
 * @param done records that are behind
 * @param total records in all; 0 while that is not known
 * @param failure why it failed
 * @param differences the first of those that an audit found
 */
public record JobView(
        long id,
        String kind,
        String options,
        String state,
        Instant startedAt,
        @Nullable Instant endedAt,
        long done,
        long total,
        @Nullable String failure,
        @Nullable ReplayReport replay,
        @Nullable AuditReport audit,
        List<DifferenceView> differences) {
    public JobView {
        differences = List.copyOf(differences);
    }

    /** A difference with the call's id as text. */
    public record DifferenceView(
            String callId, String field, String topicSays, String databaseSays) {}
}
