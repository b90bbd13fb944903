package com.voicesurvey.telephony.domain.wire;

import java.net.URI;

/** The CloudEvents attributes that do not differ from event to event. */
public final class CloudEventNames {
    /** {@code ce_dataschema} of {@code call-events}; the schema is a resource of this module. */
    public static final URI CALL_EVENT_SCHEMA = URI.create("urn:voicesurvey:call-event:v1");

    /** {@code ce_dataschema} of {@code dialogue-starts}. */
    public static final URI DIALOGUE_START_SCHEMA = URI.create("urn:voicesurvey:dialogue-start:v1");

    /** {@code ce_type} of {@code dialogue-starts}. */
    public static final String DIALOGUE_START_TYPE = "dialogue.start";

    /** {@code ce_dataschema} of {@code call-overdue}. */
    public static final URI OVERDUE_CALL_SCHEMA = URI.create("urn:voicesurvey:call-overdue:v1");

    /** {@code ce_type} of {@code call-overdue}. */
    public static final String OVERDUE_CALL_TYPE = "call.overdue";

    /** {@code ce_source} of what event-processor emits. */
    public static final URI PROCESSOR_SOURCE = URI.create("/telephony/event-processor");

    /** {@code ce_type} and {@code event_type} of a report whose status is not known here. */
    public static final String UNKNOWN_STATUS_TYPE = "call.unknown";

    /**
     * An attribute of our own of {@code dialogue-starts}: when the callback that answered the call
     * was received, in ISO 8601.
     */
    public static final String RECEIVED_AT = "receivedat";

    private CloudEventNames() {}

    /** {@code ce_source} of what a provider reported. */
    public static URI providerSource(String provider) {
        return URI.create("/telephony/" + provider);
    }
}
