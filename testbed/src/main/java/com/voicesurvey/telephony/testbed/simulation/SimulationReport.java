package com.voicesurvey.telephony.testbed.simulation;

import com.voicesurvey.telephony.testbed.twilio.CallEvent;

import java.time.Duration;
import java.util.Set;

/**
 * The outcome of a simulation.
 *
 * @param planned how many callbacks there were to send
 * @param sent how many of them were sent, retries not counted
 * @param retries how many times a callback was tried again
 * @param elapsed from the first callback's time to the last answer
 * @param acknowledged the events of which at least one callback was answered 2xx
 */
public record SimulationReport(
        long planned,
        long sent,
        long retries,
        Answers answers,
        Latency latency,
        Duration elapsed,
        Set<CallEvent> acknowledged) {

    public SimulationReport {
        acknowledged = Set.copyOf(acknowledged);
    }

    /** Whether every planned callback was sent: the simulation was not stopped on its way. */
    public boolean complete() {
        return sent == planned;
    }

    /** Whether the receiver has acknowledged all that happened in a call. */
    public boolean acknowledged(CallPlan plan) {
        return acknowledged.containsAll(plan.expected().events());
    }

    /** Callbacks sent, a second. */
    public double callbacksPerSecond() {
        return elapsed.isZero() ? 0 : sent * 1e9 / elapsed.toNanos();
    }
}
