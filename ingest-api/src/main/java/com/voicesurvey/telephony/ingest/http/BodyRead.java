package com.voicesurvey.telephony.ingest.http;

/** What came of reading a request's body. */
sealed interface BodyRead {
    /** All of it. A class, since a record would compare the bytes by identity. */
    final class Complete implements BodyRead {
        private final byte[] bytes;

        Complete(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes themselves, not a copy. */
        byte[] bytes() {
            return bytes;
        }
    }

    /** It is longer than the limit; no more than that was read. */
    record TooLarge() implements BodyRead {}

    /** It did not arrive in time. */
    record TooSlow() implements BodyRead {}

    /** It ended early, or its chunks are not as HTTP has them. */
    record Broken() implements BodyRead {}
}
