package com.voicesurvey.telephony.processor.store;

/** What became of an event that the ledger holds. */
public enum Disposition {
    /** It moved the call on. */
    APPLIED,
    /** The call had come further; at most it filled in what it alone knew. */
    OVERTAKEN,
    /** It is of another leg of the call. */
    OTHER_LEG,
    /** It waits for its attempt. */
    PARKED
}
