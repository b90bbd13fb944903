package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.wire.CallEventDecoder;
import com.voicesurvey.telephony.domain.wire.DecodedDeadLetter;
import com.voicesurvey.telephony.domain.wire.DecodedValue;
import com.voicesurvey.telephony.processor.message.SourceRecord;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Place;
import com.voicesurvey.telephony.processor.store.SettledDeadLetters.Settlement;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * A dead letter as it stands on its topic.
 *
 * @param record as it stands there, with all its headers
 * @param settlement null while nobody has dealt with it
 */
public record HeldLetter(
        SourceRecord record, DecodedDeadLetter content, @Nullable Settlement settlement) {

    public Place place() {
        return new Place(record.partition(), record.offset());
    }

    public boolean isOpen() {
        return settlement == null;
    }

    /** The reason's word; {@code unreadable_letter} where even that cannot be read. */
    public String reason() {
        return switch (content) {
            case DecodedDeadLetter.Letter letter -> letter.reason().wireName();
            case DecodedDeadLetter.Unreadable _ -> "unreadable_letter";
        };
    }

    /** Why, in words. */
    public String detail() {
        return switch (content) {
            case DecodedDeadLetter.Letter letter -> letter.detail();
            case DecodedDeadLetter.Unreadable unreadable -> unreadable.why();
        };
    }

    /** The call that its record's key names; null where it has none. */
    public @Nullable String callId() {
        return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** What its value says of its call; null where it cannot be read. */
    public @Nullable EventHeader header() {
        return switch (CallEventDecoder.decode(record.value())) {
            case DecodedValue.Event event -> event.event().header();
            case DecodedValue.UnknownStatus unknown -> unknown.header();
            case DecodedValue.Unreadable _ -> null;
        };
    }
}
