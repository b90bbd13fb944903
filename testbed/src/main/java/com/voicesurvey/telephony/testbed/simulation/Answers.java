package com.voicesurvey.telephony.testbed.simulation;

import java.util.Map;

/**
 * What the receiver made of the callbacks, by number.
 *
 * @param accepted 2xx, by the answer's {@code status}: processed, duplicate, quarantined; "" where
 *     it tells none
 * @param rejected the last answer was no success, by HTTP status
 * @param gaveUp no answer in the end, by reason
 */
public record Answers(
        Map<String, Long> accepted, Map<Integer, Long> rejected, Map<String, Long> gaveUp) {

    public Answers {
        accepted = Map.copyOf(accepted);
        rejected = Map.copyOf(rejected);
        gaveUp = Map.copyOf(gaveUp);
    }

    public long acceptedInAll() {
        return sum(accepted);
    }

    /** Callbacks that Twilio would have dropped. */
    public long lostInAll() {
        return sum(rejected) + sum(gaveUp);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
