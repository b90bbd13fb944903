package com.voicesurvey.telephony.ingest.config;

import com.voicesurvey.telephony.domain.settings.Environment;
import com.voicesurvey.telephony.domain.settings.RecordText;
import com.voicesurvey.telephony.domain.settings.Values;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where events wait while Kafka does not take them.
 *
 * @param directory on a disk of this instance alone; is made where it is not there
 * @param maxBytes largest size of the spool's file; its write-ahead log takes a few MiB more
 */
public record SpoolSettings(Path directory, long maxBytes) {
    private static final long SMALLEST = 1L << 20;
    private static final long LARGEST = 1L << 40;

    static SpoolSettings read(Environment environment, Values values) {
        return new SpoolSettings(
                directory(environment, values.required(Variable.SPOOL_DIR)),
                values.bytes(Variable.SPOOL_MAX_BYTES, SMALLEST, LARGEST));
    }

    private static Path directory(Environment environment, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            environment.problem(Variable.SPOOL_DIR.name() + " is no path: " + e.getMessage());
            return Path.of("");
        }
    }

    @Override
    public String toString() {
        return RecordText.of(this, directory, maxBytes);
    }
}
