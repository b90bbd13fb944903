package com.voicesurvey.telephony.local.faults.load;

import com.voicesurvey.telephony.testbed.simulation.CallMix;

/**
 * How much is sent, and how.
 *
 * @param callsPerSecond calls started a second; each makes some three and a half callbacks
 * @param late share of calls whose attempt is committed after their first events
 * @param contested share of calls of which two ends are reported
 * @param clocks what the provider's times are like
 * @param way how callbacks reach the instances
 */
public record Traffic(
        double callsPerSecond, CallMix mix, double late, double contested, Clocks clocks, Way way) {

    private static final double CALLBACKS_A_CALL = 3.6;
    private static final double SPEED_UP = 40;

    public Traffic {
        if (!(callsPerSecond > 0)) {
            throw new IllegalArgumentException("callsPerSecond must be positive");
        }
    }

    /** That many callbacks a second, with all the disorder of a bad day. */
    public static Traffic of(double callbacksPerSecond) {
        CallMix mix = new CallMix(SPEED_UP, 0.1, 0.1, 0.02);
        return new Traffic(
                callbacksPerSecond / CALLBACKS_A_CALL, mix, 0.05, 0.05, Clocks.RIGHT, Way.DIRECT);
    }

    /** The same with other clocks. */
    public Traffic with(Clocks other) {
        return new Traffic(callsPerSecond, mix, late, contested, other, way);
    }

    /** The same by another way. */
    public Traffic by(Way other) {
        return new Traffic(callsPerSecond, mix, late, contested, clocks, other);
    }
}
