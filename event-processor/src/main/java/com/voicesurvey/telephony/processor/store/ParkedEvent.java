package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.processor.message.SourceRecord;

/** An event that waits for its attempt, with the record that brought it. */
public record ParkedEvent(CallEvent event, SourceRecord source) {}
