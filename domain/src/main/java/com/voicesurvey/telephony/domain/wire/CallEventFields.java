package com.voicesurvey.telephony.domain.wire;

/** The field names of a {@code call-events} value, as in its JSON Schema. */
final class CallEventFields {
    static final String SCHEMA_VERSION = "schema_version";
    static final String EVENT_TYPE = "event_type";
    static final String CALL_ID = "call_id";
    static final String CAMPAIGN_ID = "campaign_id";
    static final String CONTACT_ID = "contact_id";
    static final String PROVIDER = "provider";
    static final String PROVIDER_CALL_ID = "provider_call_id";
    static final String PARENT_CALL_ID = "parent_provider_call_id";
    static final String PROVIDER_STATUS = "provider_status";
    static final String PROVIDER_TIME = "provider_time";
    static final String SEQUENCE_NUMBER = "sequence_number";
    static final String ANSWERED_BY = "answered_by";
    static final String DURATION_SECONDS = "duration_seconds";
    static final String ERROR_CODE = "error_code";
    static final String ERROR_MESSAGE = "error_message";
    static final String RECEIVED_AT = "received_at";
    static final String PARAMETERS = "parameters";

    private CallEventFields() {}
}
