package com.voicesurvey.telephony.domain.call;

import com.voicesurvey.telephony.domain.event.CallEvent;

import java.util.List;

/** A call's state and events that are reported of it, no two of the same key and other content. */
record Scenario(CallState initial, List<CallEvent> events) {}
