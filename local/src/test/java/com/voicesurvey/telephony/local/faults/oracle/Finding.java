package com.voicesurvey.telephony.local.faults.oracle;

/** Something that is not as it must be. */
public record Finding(Kind kind, String callId, String what) {

    /** What kind of broken promise it is. */
    public enum Kind {
        /** Acknowledged, or decided on, and not there. */
        LOST,
        /** There more than once. */
        DOUBLED,
        /** There, and not as it should be, or there and should not be. */
        WRONG
    }

    @Override
    public String toString() {
        return "%-7s %s: %s".formatted(kind, callId, what);
    }
}
