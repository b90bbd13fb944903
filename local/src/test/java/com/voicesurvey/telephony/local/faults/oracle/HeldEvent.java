package com.voicesurvey.telephony.local.faults.oracle;

/**
 * A row of the ledger.
 *
 * @param applied whether it has reached its attempt
 */
public record HeldEvent(EventId id, boolean applied) {}
