package com.voicesurvey.telephony.ingest.twilio;

import com.voicesurvey.telephony.domain.event.Parameter;
import com.voicesurvey.telephony.domain.provider.RawRequest;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Looks parameters up: the query, which we wrote ourselves, wins over a form field of that name.
 */
final class TwilioFields {
    private TwilioFields() {}

    /** The first value, null where there is none. */
    static @Nullable String first(RawRequest request, String name) {
        String value = first(request.query(), name);
        return value != null ? value : first(request.form(), name);
    }

    /** The first value, null where there is none or it is blank. */
    static @Nullable String filled(RawRequest request, String name) {
        String value = first(request, name);
        return value == null || value.isBlank() ? null : value;
    }

    private static @Nullable String first(List<Parameter> parameters, String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter.value();
            }
        }
        return null;
    }
}
