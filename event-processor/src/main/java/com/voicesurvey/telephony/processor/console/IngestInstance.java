package com.voicesurvey.telephony.processor.console;

import org.jspecify.annotations.Nullable;

/**
 * An instance of ingest-api as it last spoke.
 *
 * @param trouble why its figures are not there; null where they are
 */
record IngestInstance(
        String name,
        @Nullable String trouble,
        long spoolRecords,
        long spoolBytes,
        long inFlight,
        long signatureFailures) {

    static IngestInstance silent(String name, String trouble) {
        return new IngestInstance(name, trouble, 0, 0, 0, 0);
    }
}
