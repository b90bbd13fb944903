package com.voicesurvey.telephony.testbed.simulation;

/**
 * How far a simulation is, in callbacks.
 *
 * @param done those with a final answer, or given up
 * @param acknowledged those of them that were answered 2xx
 */
public record SimulationProgress(long planned, long done, long acknowledged) {

    /** Told after every callback, by many threads at once: must be quick and safe for that. */
    @FunctionalInterface
    public interface Listener {
        void progressed(SimulationProgress progress);
    }
}
