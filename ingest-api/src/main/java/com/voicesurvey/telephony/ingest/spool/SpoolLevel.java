package com.voicesurvey.telephony.ingest.spool;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How full the spool is.
 *
 * @param records that wait to be delivered
 * @param bytes of the file that are in use
 * @param oldest when the first of the waiting records was stored; null where none waits
 * @param setAside records that could not be delivered and are kept for a person to look at
 * @param problem why the last write failed; null where it did not
 */
public record SpoolLevel(
        long records,
        long bytes,
        @Nullable Instant oldest,
        long setAside,
        @Nullable String problem) {}
