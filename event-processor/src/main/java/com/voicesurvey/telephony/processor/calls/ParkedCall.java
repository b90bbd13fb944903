package com.voicesurvey.telephony.processor.calls;

import java.time.Instant;

/**
 * A call whose events wait for its attempt.
 *
 * @param since when the first of them was parked
 */
public record ParkedCall(String callId, int events, Instant since) {}
