package com.voicesurvey.telephony.testbed.simulation;

/**
 * How untidily callbacks arrive. All but the speed-up are shares from 0 to 1.
 *
 * @param speedUp how many times faster than real calls: 1 is real time, 100 makes 3 minutes 2 s
 * @param duplicated callbacks that are sent a second time
 * @param overtaken callbacks that arrive after their successor
 * @param withoutTimestamp calls whose callbacks carry no Timestamp
 */
public record CallMix(
        double speedUp, double duplicated, double overtaken, double withoutTimestamp) {

    public CallMix {
        if (!(speedUp > 0)) {
            throw new IllegalArgumentException("speedUp must be positive, not " + speedUp);
        }
        checkShare("duplicated", duplicated);
        checkShare("overtaken", overtaken);
        checkShare("withoutTimestamp", withoutTimestamp);
    }

    /** Real time, with the disorder of a busy day. */
    public static CallMix realistic() {
        return new CallMix(1, 0.05, 0.05, 0.02);
    }

    /** Real time, every callback once and in order. */
    public static CallMix orderly() {
        return new CallMix(1, 0, 0, 0);
    }

    /** The same calls at another speed. */
    public CallMix times(double speed) {
        return new CallMix(speed, duplicated, overtaken, withoutTimestamp);
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be within 0 and 1, not " + share);
        }
    }
}
