package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.fault.PhoneNumbers;
import com.voicesurvey.telephony.domain.wire.DecodedDeadLetter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/**
 * A dead letter in a list.
 *
 * @param place as it is typed: partition and offset among the dead letters
 * @param state open, redriven or discarded
 * @param source where the record was read; null where it never was on a topic
 * @param detail without telephone numbers
 */
public record LetterView(
        String place,
        String state,
        String reason,
        @Nullable Instant time,
        @Nullable String callId,
        @Nullable String campaignId,
        @Nullable String providerStatus,
        @Nullable String source,
        String detail) {

    /** The latest first; those whose time cannot be read last. */
    public static final Comparator<LetterView> LATEST_FIRST =
            Comparator.comparing(LetterView::time, Comparator.nullsLast(Comparator.reverseOrder()));

    public static LetterView of(HeldLetter letter) {
        EventHeader header = letter.header();
        var settlement = letter.settlement();
        var read = letter.content() instanceof DecodedDeadLetter.Letter known ? known : null;
        return new LetterView(
                LetterPlaces.text(letter.place()),
                settlement == null ? "open" : settlement.name().toLowerCase(Locale.ROOT),
                letter.reason(),
                read == null ? null : read.time(),
                letter.callId(),
                header == null ? null : header.campaignId().toString(),
                header == null ? null : header.providerStatus(),
                read == null || read.source() == null ? null : read.source().toString(),
                PhoneNumbers.masked(letter.detail()));
    }
}
