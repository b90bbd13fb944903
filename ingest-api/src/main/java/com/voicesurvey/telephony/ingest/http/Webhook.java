package com.voicesurvey.telephony.ingest.http;

import com.voicesurvey.telephony.ingest.intake.CallbackIntake;

import java.util.List;

/**
 * One provider's callbacks as HTTP brings them.
 *
 * @param methods by which it calls, of GET and POST
 * @param whenForged what to look at where a signature does not fit
 * @param whenUnreadable what a callback has to hold
 */
public record Webhook(
        CallbackIntake intake, List<String> methods, String whenForged, String whenUnreadable) {
    public Webhook {
        methods = List.copyOf(methods);
    }

    /** The value of an {@code Allow} header. */
    String allow() {
        return String.join(", ", methods);
    }
}
