package com.voicesurvey.telephony.domain.provider;

/** What came of checking a request's signature. */
public sealed interface Verification {
    /** One of the keys signed exactly this request. */
    record Genuine() implements Verification {}

    /** The request carries no signature. */
    record Unsigned(String detail) implements Verification {}

    /** No key signed this request; the detail names what to look at and holds no secret. */
    record Forged(String detail) implements Verification {}
}
