package com.voicesurvey.telephony.local.bench.load;

import org.HdrHistogram.Histogram;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;

/** Histograms of microseconds, and how they travel from process to process. */
public final class Latencies {
    private static final long LONGEST_MICROS = 600_000_000;
    private static final int DIGITS = 3;

    private Latencies() {}

    /** An empty one; what is longer than ten minutes does not fit. */
    public static Histogram empty() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }

    /** A quantile in milliseconds; 0 of an empty histogram. */
    public static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    static String encode(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }

    /** The histogram of a generator's result. */
    public static Histogram decode(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("no histogram: " + text, e);
        }
    }
}
