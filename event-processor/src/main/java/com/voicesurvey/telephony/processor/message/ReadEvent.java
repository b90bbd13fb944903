package com.voicesurvey.telephony.processor.message;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventKey;

/**
 * A call event with the record that brought it.
 *
 * @param key the event's own, made once: it is asked for a dozen times
 */
public record ReadEvent(EventKey key, CallEvent event, SourceRecord source) {
    public ReadEvent(CallEvent event, SourceRecord source) {
        this(event.key(), event, source);
    }
}
