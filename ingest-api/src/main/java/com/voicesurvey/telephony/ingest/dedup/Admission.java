package com.voicesurvey.telephony.ingest.dedup;

/** What became of an event that was handed in. */
public sealed interface Admission {
    /** This call kept it. */
    record Kept() implements Admission {}

    /** Another call kept it, now or a moment ago. */
    record AlreadyKept() implements Admission {}

    /** It is not known to be kept, by this call or the one that it waited for. */
    record NotKept(String detail) implements Admission {}
}
