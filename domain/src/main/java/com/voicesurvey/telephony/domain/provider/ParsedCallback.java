package com.voicesurvey.telephony.domain.provider;

import com.voicesurvey.telephony.domain.event.CallEvent;
import com.voicesurvey.telephony.domain.event.EventHeader;
import com.voicesurvey.telephony.domain.event.Parameter;

import java.util.List;

/** What a provider's request turned out to say. */
public sealed interface ParsedCallback {
    /** A call event, with everything the provider sent along. */
    record Event(CallEvent event, List<Parameter> parameters) implements ParsedCallback {
        public Event {
            parameters = List.copyOf(parameters);
        }
    }

    /** A status callback of ours whose status is not known here. */
    record UnknownStatus(EventHeader header, List<Parameter> parameters) implements ParsedCallback {
        public UnknownStatus {
            parameters = List.copyOf(parameters);
        }
    }

    /** A request that reports no status at all. */
    record NotAStatusCallback(String detail) implements ParsedCallback {}

    /** A status callback that cannot be read; the detail says what to mend. */
    record Malformed(String detail) implements ParsedCallback {}
}
