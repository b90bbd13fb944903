package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.DecodedDeadLetter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Which dead letters are meant; null stands for all.
 *
 * @param since given up at that time or later
 * @param settledToo also those that somebody has dealt with
 */
public record LetterFilter(
        @Nullable DeadLetterReason reason,
        @Nullable String callId,
        @Nullable UUID campaignId,
        @Nullable Instant since,
        boolean settledToo) {

    /** All that nobody has dealt with. */
    public static final LetterFilter OPEN = new LetterFilter(null, null, null, null, false);

    boolean takes(HeldLetter letter) {
        return (settledToo || letter.isOpen())
                && (reason == null || reason.wireName().equals(letter.reason()))
                && (callId == null || callId.equals(letter.callId()))
                && (since == null || isSince(letter, since))
                && (campaignId == null || isOf(letter.header(), campaignId));
    }

    private static boolean isSince(HeldLetter letter, Instant since) {
        return letter.content() instanceof DecodedDeadLetter.Letter read
                && !read.time().isBefore(since);
    }

    private static boolean isOf(@Nullable EventHeader header, UUID campaignId) {
        return header != null && header.campaignId().value().equals(campaignId);
    }
}
