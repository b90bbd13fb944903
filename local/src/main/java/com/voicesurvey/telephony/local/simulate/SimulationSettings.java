package com.voicesurvey.telephony.local.simulate;

import com.voicesurvey.telephony.testbed.simulation.CallMix;

import java.util.Objects;

/**
 * How much is simulated, and how.
 *
 * @param calls at least 1
 * @param rate calls started a second, above 0
 * @param seed the same one gives the same calls, ids included
 * @param late the share of calls, 0 to 1, whose attempt is committed after the first events
 * @param maxInFlight callbacks that may wait for their answer at once, at least 1
 * @param accountSid whose calls they are, as Twilio would say
 */
public record SimulationSettings(
        int calls,
        double rate,
        long seed,
        CallMix mix,
        double late,
        int maxInFlight,
        String accountSid) {

    public SimulationSettings {
        Objects.requireNonNull(mix, "mix");
        check(calls >= 1, "the number of calls must be at least 1, not " + calls);
        check(rate > 0, "the rate must be above 0, not " + rate);
        check(late >= 0 && late <= 1, "the share of late attempts must be 0 to 1, not " + late);
        check(maxInFlight >= 1, "the callbacks in flight must be at least 1, not " + maxInFlight);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
