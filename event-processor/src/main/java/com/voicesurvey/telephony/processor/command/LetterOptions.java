package com.voicesurvey.telephony.processor.command;

import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.processor.deadletter.LetterFilter;
import com.voicesurvey.telephony.processor.topic.TopicPosition;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which dead letters. */
final class LetterOptions {
    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description =
                    "Only those: unknown_status, unreadable, contradicts_attempt,"
                            + " attempt_never_came or not_storable.")
    private @Nullable String reason;

    @Option(names = "--call-id", paramLabel = "ID", description = "Only those of this call.")
    private @Nullable String callId;

    @Option(
            names = "--campaign-id",
            paramLabel = "UUID",
            description = "Only those of this campaign's calls.")
    private @Nullable UUID campaignId;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those given up since then: a time, or how long ago (90m, 12h).")
    private @Nullable String since;

    /**
     * The filter that they are.
     *
     * @throws IllegalArgumentException for a reason or a time that is none
     */
    LetterFilter filter(boolean settledToo, Instant now) {
        return new LetterFilter(knownReason(), callId, campaignId, time(now), settledToo);
    }

    boolean isEmpty() {
        return reason == null && callId == null && campaignId == null && since == null;
    }

    private @Nullable DeadLetterReason knownReason() {
        if (reason == null) {
            return null;
        }
        DeadLetterReason known = DeadLetterReason.ofWireName(reason.toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new IllegalArgumentException(
                    "'"
                            + reason
                            + "' is no reason: give one of "
                            + Arrays.stream(DeadLetterReason.values())
                                    .map(DeadLetterReason::wireName)
                                    .collect(Collectors.joining(", ")));
        }
        return known;
    }

    private @Nullable Instant time(Instant now) {
        if (since == null) {
            return null;
        }
        if (TopicPosition.parse(since, now) instanceof TopicPosition.At at) {
            return at.time();
        }
        throw new IllegalArgumentException("--since " + since + ": give a time, or how long ago");
    }
}
