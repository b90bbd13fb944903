package com.voicesurvey.telephony.local.faults.load;

/** How callbacks reach the instances that take them. */
public enum Way {
    /** Each call has an instance of its own, which some of its callbacks miss. */
    DIRECT,
    /** In turn, through a proxy: see {@link Balancer}. */
    BALANCED
}
