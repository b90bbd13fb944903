package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.CallId;
import com.voicesurvey.telephony.ingest.metrics.Outcome;

/** What a request is answered. */
sealed interface Reply {
    Outcome outcome();

    /** 200: the event is durable. */
    record Kept(Outcome outcome, CallId callId, String eventType) implements Reply {}

    /** An RFC 9457 problem. */
    record Failed(Outcome outcome, Problem problem) implements Reply {}

    /** 405 with the methods allowed. */
    record WrongMethod(Outcome outcome, Problem problem, String allow) implements Reply {}

    /** 204 with the methods allowed. */
    record Methods(Outcome outcome, String allow) implements Reply {}
}
