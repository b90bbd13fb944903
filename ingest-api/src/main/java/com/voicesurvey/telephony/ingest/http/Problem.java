package com.voicesurvey.telephony.ingest.http;

/**
 * An error as RFC 9457 has it, of the type {@code about:blank}: the status says which one it is.
 *
 * @param detail for a person: what is wrong and what to do; holds no secret
 */
record Problem(int status, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** Seconds after which a 503 may be tried again; a provider's own schedule is what counts. */
    static final String RETRY_AFTER = "1";

    boolean isTemporary() {
        return status == 503;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail);
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail);
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Service Unavailable", detail);
    }
}
