package com.voicesurvey.telephony.ingest.metrics;

import java.util.Locale;

/** What came of a request, as a label of its metrics. */
public enum Outcome {
    PROCESSED,
    DUPLICATE,
    QUARANTINED,
    MALFORMED,
    FORGED,
    WRONG_METHOD,
    WRONG_MEDIA_TYPE,
    TOO_LARGE,
    TOO_SLOW,
    OVERLOADED,
    NOT_KEPT,
    FAULT;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
