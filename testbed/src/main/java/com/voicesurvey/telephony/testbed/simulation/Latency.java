package com.voicesurvey.telephony.testbed.simulation;

import org.HdrHistogram.AbstractHistogram;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long callbacks took, from the moment at which each was due to its final answer. Waiting for a
 * receiver that does not keep up counts, as it does for the person on the line.
 */
public record Latency(Duration p50, Duration p95, Duration p99, Duration max) {

    /** Reads a histogram of microseconds; all zero if it is empty. */
    static Latency of(AbstractHistogram micros) {
        return new Latency(
                at(micros, 50), at(micros, 95), at(micros, 99), duration(micros.getMaxValue()));
    }

    private static Duration at(AbstractHistogram micros, double percentile) {
        return duration(micros.getValueAtPercentile(percentile));
    }

    private static Duration duration(long micros) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }
}
