package com.voicesurvey.telephony.ingest.spool;

/** What became of a record that was to be spooled. */
public sealed interface Append {
    /** It is on the disk, synced. */
    record Stored() implements Append {}

    /** It is not known to be on the disk; the detail says why, for a log. */
    record NotStored(String detail) implements Append {}
}
