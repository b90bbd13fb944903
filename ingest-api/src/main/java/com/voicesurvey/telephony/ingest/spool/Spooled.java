package com.voicesurvey.telephony.ingest.spool;

/**
 * A record that waits.
 *
 * @param id grows in the order in which records were stored
 */
public record Spooled(long id, byte[] record) {}
