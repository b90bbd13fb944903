package com.voicesurvey.telephony.local.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * One figure, measured in several rounds.
 *
 * @param unit such as {@code /s} or {@code ms}
 * @param rounds the rounds' figures in their order, at least one
 */
public record Series(String name, String unit, List<Double> rounds) {

    public Series {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException(name + " was never measured");
        }
    }

    /** The middle one, or halfway between the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double lowest() {
        return sorted()[0];
    }

    public double highest() {
        return sorted()[rounds.size() - 1];
    }

    private double[] sorted() {
        double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
