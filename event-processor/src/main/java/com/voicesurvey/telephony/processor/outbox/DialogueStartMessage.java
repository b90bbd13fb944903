package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.DialogueStart;
import com.voicesurvey.telephony.domain.wire.DialogueStartEncoder;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.OutboxMessage;

import java.time.Instant;

/** A dialogue start as the message that the outbox keeps. */
public final class DialogueStartMessage {
    private DialogueStartMessage() {}

    public static OutboxMessage of(DialogueStart start, Instant now) {
        return new CloudEventMessage(
                        Topics.DIALOGUE_STARTS,
                        CloudEventNames.DIALOGUE_START_TYPE,
                        CloudEventNames.DIALOGUE_START_SCHEMA,
                        start.callId(),
                        start.eventId())
                .of(DialogueStartEncoder.encode(start), now);
    }
}
