package com.voicesurvey.telephony.processor.message;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventKey;

/** A call event with the record that brought it. */
public record ReadEvent(CallEvent event, SourceRecord source) {
    public EventKey key() {
        return event.key();
    }
}
