package com.voicesurvey.telephony.processor.store;

/**
 * The database could not be asked, or it is not known whether it did what it was asked. The same
 * may be asked again later.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
