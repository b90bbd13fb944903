package com.voicesurvey.telephony.local.bench.load;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.Map;

/**
 * What a generator found.
 *
 * @param sent requests, those before the measured span included
 * @param acknowledged those of them that were answered 200
 * @param throughput answers of 200 a second in the measured span
 * @param statuses how many of each status, {@code none} for no answer
 * @param perSecond answers of 200 in each second of the measured span
 * @param histogram microseconds of those due in the measured span and answered 200, as {@link
 *     Latencies} encodes them
 */
public record LoadResult(
        int sent,
        long acknowledged,
        double throughput,
        Map<String, Long> statuses,
        List<Long> perSecond,
        String histogram) {

    public LoadResult {
        statuses = Map.copyOf(statuses);
        perSecond = List.copyOf(perSecond);
    }

    /** Microseconds. */
    public Histogram latencies() {
        return Latencies.decode(histogram);
    }

    /** Milliseconds within which that percentage was answered. */
    public double millis(double percentile) {
        return Latencies.millis(latencies(), percentile);
    }
}
