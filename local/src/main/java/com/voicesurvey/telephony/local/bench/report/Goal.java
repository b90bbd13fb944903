package com.voicesurvey.telephony.local.bench.report;

/**
 * A target and what was measured.
 *
 * @param measured in the unit of the bound
 * @param bound what it must reach, or stay below
 * @param kind which of the two
 */
public record Goal(String what, String unit, double measured, double bound, Kind kind) {

    /** On which side of the bound it is good to be. */
    public enum Kind {
        AT_LEAST,
        BELOW
    }

    public static Goal atLeast(String what, double measured, double bound) {
        return new Goal(what, "", measured, bound, Kind.AT_LEAST);
    }

    public static Goal below(String what, String unit, double measured, double bound) {
        return new Goal(what, unit, measured, bound, Kind.BELOW);
    }

    public boolean isReached() {
        return switch (kind) {
            case AT_LEAST -> measured >= bound;
            case BELOW -> measured < bound;
        };
    }

    /** Such as {@code at least 0.55} or {@code under 15 ms}. */
    String target() {
        String side = kind == Kind.AT_LEAST ? "at least " : "under ";
        return (side + Figures.text(bound) + " " + unit).strip();
    }
}
