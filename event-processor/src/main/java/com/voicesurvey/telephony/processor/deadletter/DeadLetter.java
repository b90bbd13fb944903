package com.voicesurvey.telephony.processor.deadletter;

import com.voicesurvey.telephony.domain.wire.DeadLetterHeaders;
import com.voicesurvey.telephony.domain.wire.DeadLetterReason;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.SourceRecord;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A record given up.
 *
 * @param detail why, in words for a person
 */
public record DeadLetter(SourceRecord source, DeadLetterReason reason, String detail) {

    /** The record as it came, with headers for reason, source and time after its own. */
    public OutboxMessage toMessage(Instant now) {
        List<MessageHeader> headers =
                Stream.concat(
                                source.headers().stream(),
                                Stream.of(
                                        MessageHeader.text(
                                                DeadLetterHeaders.REASON, reason.wireName()),
                                        MessageHeader.text(DeadLetterHeaders.DETAIL, detail),
                                        MessageHeader.text(
                                                DeadLetterHeaders.SOURCE_TOPIC, source.topic()),
                                        MessageHeader.text(
                                                DeadLetterHeaders.SOURCE_PARTITION,
                                                Integer.toString(source.partition())),
                                        MessageHeader.text(
                                                DeadLetterHeaders.SOURCE_OFFSET,
                                                Long.toString(source.offset())),
                                        MessageHeader.text(DeadLetterHeaders.TIME, now.toString())))
                        .toList();
        return new OutboxMessage(Topics.DEAD_LETTERS, source.key(), source.value(), headers);
    }
}
