package com.voicesurvey.telephony.processor.calls;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to a call.
 *
 * @param attempt null while the events wait for it
 * @param contact null while there is no attempt
 * @param events in the order in which they happened, as far as the provider says
 */
public record CallReport(
        String callId,
        @Nullable AttemptReport attempt,
        @Nullable ContactReport contact,
        List<EventReport> events) {

    public CallReport {
        events = List.copyOf(events);
    }

    /** The call attempt as it stands; stage and outcome are the tables' words. */
    public record AttemptReport(
            UUID id,
            UUID campaignId,
            UUID contactId,
            int attemptNumber,
            @Nullable String providerCallId,
            String stage,
            @Nullable String providerRawStatus,
            Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable Integer durationSeconds,
            @Nullable String outcome,
            @Nullable String errorCode,
            @Nullable String errorMessage) {}

    /** The contact as it stands; its telephone number stays in the database. */
    public record ContactReport(
            UUID id,
            String state,
            @Nullable String lastOutcome,
            int attemptsCount,
            String preferredLanguage) {}

    /**
     * One event of the call.
     *
     * @param disposition what became of it: applied, overtaken, other_leg or parked
     * @param appliedAt when it was applied; null while it is parked
     * @param lateMs from the provider's time, which is in whole seconds, to its receipt
     * @param receivedToAppliedMs from its receipt to its application
     * @param duplicates how often it was repeated, as far as the repetitions reached the topic
     */
    public record EventReport(
            String eventType,
            String providerCallId,
            String disposition,
            @Nullable Integer sequenceNumber,
            @Nullable String answeredBy,
            @Nullable Instant providerTime,
            Instant receivedAt,
            @Nullable Instant appliedAt,
            @Nullable Long lateMs,
            @Nullable Long receivedToAppliedMs,
            int duplicates,
            int partition,
            long offset) {}
}
