package com.voicesurvey.telephony.local.bench.load;

/**
 * What a generator is to send.
 *
 * @param port where, on this machine
 * @param publicBase scheme and host that are signed
 * @param authToken what they are signed with
 * @param connections how many are kept open
 * @param rate requests a second, scheduled evenly; 0 to send each one when its connection is free
 * @param warmUpMillis how long nothing counts
 * @param measuredMillis how long it counts after that
 * @param firstCall the number of the first call that is reported of
 * @param most how many requests are prepared: sending ends with the last one
 * @param log the file that tells what became of each request
 */
public record LoadPlan(
        int port,
        String publicBase,
        String authToken,
        int connections,
        double rate,
        long warmUpMillis,
        long measuredMillis,
        long firstCall,
        int most,
        String log) {

    public LoadPlan {
        if (connections < 1 || warmUpMillis < 0 || measuredMillis < 1 || most < 1 || rate < 0) {
            throw new IllegalArgumentException(
                    "connections, measuredMillis and most must be positive, rate and warmUpMillis"
                            + " not negative");
        }
    }

    public long warmUpNanos() {
        return warmUpMillis * 1_000_000;
    }

    /** From the first request to the end of what counts. */
    public long totalNanos() {
        return (warmUpMillis + measuredMillis) * 1_000_000;
    }
}
