package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.DialogueStart;
import com.voicesurvey.telephony.domain.wire.DialogueStartEncoder;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.MessageHeader;
import com.voicesurvey.telephony.processor.message.OutboxMessage;
import com.voicesurvey.telephony.processor.message.SourceRecord;
import com.voicesurvey.telephony.processor.message.TraceParent;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** A dialogue start as the message that the outbox keeps. */
public final class DialogueStartMessage {
    private static final String RECEIVED_AT_HEADER = "ce_" + CloudEventNames.RECEIVED_AT;

    private DialogueStartMessage() {}

    /**
     * The message.
     *
     * @param receivedAt when the callback was received that starts the dialogue; it goes along as
     *     {@link CloudEventNames#RECEIVED_AT}
     * @param cause the record that brought it, whose trace goes along too
     */
    public static OutboxMessage of(
            DialogueStart start, Instant receivedAt, SourceRecord cause, Instant now) {
        OutboxMessage message =
                new CloudEventMessage(
                                Topics.DIALOGUE_STARTS,
                                CloudEventNames.DIALOGUE_START_TYPE,
                                CloudEventNames.DIALOGUE_START_SCHEMA,
                                start.callId(),
                                start.eventId(),
                                Map.of(CloudEventNames.RECEIVED_AT, receivedAt.toString()))
                        .of(DialogueStartEncoder.encode(start), now);
        MessageHeader trace = TraceParent.among(cause.headers());
        return trace == null ? message : message.with(trace);
    }

    /**
     * When the callback was received that the message is the outcome of; null for other messages,
     * and for one that an older version decided on.
     */
    public static @Nullable Instant receivedAt(OutboxMessage message) {
        if (message.topic().equals(Topics.DIALOGUE_STARTS)) {
            for (MessageHeader header : message.headers()) {
                byte[] value = header.value();
                if (header.name().equals(RECEIVED_AT_HEADER) && value != null) {
                    return Instant.parse(new String(value, StandardCharsets.UTF_8));
                }
            }
        }
        return null;
    }
}
