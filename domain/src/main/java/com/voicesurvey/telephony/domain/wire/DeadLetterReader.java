package com.voicesurvey.telephony.domain.wire;

import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.DETAIL;
import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.REASON;
import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.SOURCE_OFFSET;
import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.SOURCE_PARTITION;
import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.SOURCE_TOPIC;
import static com.voicesurvey.telephony.domain.wire.DeadLetterHeaders.TIME;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * Reads a record of {@code call-events-dlq}, as both services write it. Whoever gives a record up
 * puts {@link DeadLetterHeaders} behind those that it has, so that of a name that repeats the last
 * one counts; none of them is part of the original.
 */
public final class DeadLetterReader {
    private DeadLetterReader() {}

    /** What the record is; never throws, whatever it holds. */
    public static DecodedDeadLetter read(WireRecord letter) {
        List<RecordHeader> headers = letter.headers();
        try {
            return new DecodedDeadLetter.Letter(
                    reason(required(headers, REASON)),
                    required(headers, DETAIL),
                    time(required(headers, TIME)),
                    source(headers),
                    original(letter));
        } catch (IllegalArgumentException e) {
            return new DecodedDeadLetter.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static WireRecord original(WireRecord letter) {
        return new WireRecord(
                letter.key(),
                letter.value(),
                letter.headers().stream()
                        .filter(header -> !DeadLetterHeaders.isOne(header.name()))
                        .toList());
    }

    private static @Nullable RecordPlace source(List<RecordHeader> headers) {
        String topic = text(headers, SOURCE_TOPIC);
        String partition = text(headers, SOURCE_PARTITION);
        String offset = text(headers, SOURCE_OFFSET);
        if (topic == null && partition == null && offset == null) {
            return null;
        }
        return new RecordPlace(
                required(headers, SOURCE_TOPIC),
                Math.toIntExact(
                        number(
                                SOURCE_PARTITION,
                                required(headers, SOURCE_PARTITION),
                                Integer.MAX_VALUE)),
                number(SOURCE_OFFSET, required(headers, SOURCE_OFFSET), Long.MAX_VALUE));
    }

    private static DeadLetterReason reason(String word) {
        DeadLetterReason reason = DeadLetterReason.ofWireName(word);
        if (reason == null) {
            throw new IllegalArgumentException(REASON + " is not known: " + word);
        }
        return reason;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(TIME + " is no time: " + text, e);
        }
    }

    /** A number from 0 in the digits that a writer uses, and in no others. */
    private static long number(String name, String text, long max) {
        String problem = name + " is no number from 0 to " + max + ": " + text;
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(problem);
        }
        try {
            long number = Long.parseLong(text);
            if (number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(problem, e);
        }
        throw new IllegalArgumentException(problem);
    }

    private static String required(List<RecordHeader> headers, String name) {
        String text = text(headers, name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    /** The last header of that name; null where there is none or it has no value. */
    private static @Nullable String text(List<RecordHeader> headers, String name) {
        byte[] value = null;
        for (RecordHeader header : headers) {
            if (header.name().equals(name)) {
                value = header.value();
            }
        }
        if (value == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + " is not valid UTF-8", e);
        }
    }
}
