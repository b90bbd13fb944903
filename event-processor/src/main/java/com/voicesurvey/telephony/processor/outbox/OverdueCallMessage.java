package com.voicesurvey.telephony.processor.outbox;

import com.voicesurvey.telephony.domain.wire.CloudEventNames;
import com.voicesurvey.telephony.domain.wire.OverdueCall;
import com.voicesurvey.telephony.domain.wire.OverdueCallCodec;
import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.processor.message.OutboxMessage;

import java.time.Instant;
import java.util.Map;

/** The request to ask about a call as the message that the outbox keeps. */
public final class OverdueCallMessage {
    private OverdueCallMessage() {}

    public static OutboxMessage of(OverdueCall call, Instant now) {
        return new CloudEventMessage(
                        Topics.OVERDUE_CALLS,
                        CloudEventNames.OVERDUE_CALL_TYPE,
                        CloudEventNames.OVERDUE_CALL_SCHEMA,
                        call.callId(),
                        call.eventId(),
                        Map.of())
                .of(OverdueCallCodec.encode(call), now);
    }
}
