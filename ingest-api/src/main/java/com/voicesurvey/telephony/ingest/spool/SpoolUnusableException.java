package com.voicesurvey.telephony.ingest.spool;

/** The spool's folder cannot be used; the message says what to do. */
public final class SpoolUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpoolUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
