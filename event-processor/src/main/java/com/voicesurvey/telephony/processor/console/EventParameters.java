package com.voicesurvey.telephony.processor.console;

import com.voicesurvey.telephony.domain.event.Parameter;

import java.util.List;

/**
 * What the provider sent with an event.
 *
 * @param isThere whether its record is still on the topic
 */
record EventParameters(int partition, long offset, boolean isThere, List<Parameter> parameters) {
    EventParameters {
        parameters = List.copyOf(parameters);
    }

    static EventParameters gone(int partition, long offset) {
        return new EventParameters(partition, offset, false, List.of());
    }
}
