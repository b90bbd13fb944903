package com.voicesurvey.telephony.processor.store;

import com.voicesurvey.telephony.domain.event.CallEvent;

/** An event, and what became of it. */
public record Disposed(CallEvent event, Disposition disposition) {}
