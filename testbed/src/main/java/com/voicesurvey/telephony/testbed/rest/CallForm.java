package com.voicesurvey.telephony.testbed.rest;

import com.voicesurvey.telephony.testbed.twilio.CallIds;
import com.voicesurvey.telephony.testbed.twilio.FormField;
import com.voicesurvey.telephony.testbed.twilio.Line;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What is asked for when a call is placed. */
record CallForm(String accountSid, List<FormField> fields) {
    String to() {
        return FormField.first(fields, "To");
    }

    String from() {
        return FormField.first(fields, "From");
    }

    String answerUrl() {
        return FormField.first(fields, "Url");
    }

    URI statusCallback() {
        return URI.create(FormField.first(fields, "StatusCallback"));
    }

    /** What stands before the route in the callback URL. */
    String publicBase() {
        String url = statusCallback().toString();
        int route = url.indexOf("/webhooks/");
        return route < 0 ? url : url.substring(0, route);
    }

    /** The connection overrides. */
    String fragment() {
        return Objects.requireNonNullElse(statusCallback().getRawFragment(), "");
    }

    /** The ids that the callback URL carries. */
    CallIds ids(String callSid) {
        List<FormField> query =
                FormField.decode(Objects.requireNonNullElse(statusCallback().getRawQuery(), ""));
        return new CallIds(
                FormField.first(query, "call_id"),
                UUID.fromString(FormField.first(query, "campaign_id")),
                UUID.fromString(FormField.first(query, "contact_id")),
                callSid);
    }

    /** That line with these numbers. */
    Line line(Line drawn) {
        return new Line(
                accountSid,
                from(),
                to(),
                drawn.fromCity(),
                drawn.fromState(),
                drawn.fromZip(),
                drawn.toState(),
                drawn.toCountry());
    }
}
