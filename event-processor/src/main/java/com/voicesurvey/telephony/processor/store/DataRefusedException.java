package com.voicesurvey.telephony.processor.store;

/** The database refuses the data itself, and would again. */
public final class DataRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
