package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.domain.event.Parameter;

import java.util.List;

/** What form-encoded bytes turned out to hold. */
sealed interface DecodedForm {
    record Parameters(List<Parameter> parameters) implements DecodedForm {}

    /** The detail goes on where "the form" or "the query" begins the sentence. */
    record Unreadable(String detail) implements DecodedForm {}
}
