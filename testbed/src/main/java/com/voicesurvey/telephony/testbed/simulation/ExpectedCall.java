package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallEvent;
import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.CallStatus;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is true of a call once every callback of it has arrived, in whatever order and however
 * often.
 *
 * @param finalStatus a terminal status
 * @param answered whether it was ever in progress
 * @param durationSeconds of a completed call, null for all others
 * @param errorCode of a failed call that tells one, null for all others
 * @param errorMessage likewise
 * @param events what happened, each once
 */
public record ExpectedCall(
        CallStatus finalStatus,
        boolean answered,
        @Nullable Integer durationSeconds,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        Set<CallEvent> events) {

    public ExpectedCall {
        if (!finalStatus.isTerminal()) {
            throw new IllegalArgumentException("not terminal: " + finalStatus.wireName());
        }
        events = Set.copyOf(events);
    }

    ExpectedCall of(CallIds ids) {
        return new ExpectedCall(
                finalStatus,
                answered,
                durationSeconds,
                errorCode,
                errorMessage,
                events.stream()
                        .map(event -> new CallEvent(ids.callId(), ids.callSid(), event.status()))
                        .collect(Collectors.toSet()));
    }
}
