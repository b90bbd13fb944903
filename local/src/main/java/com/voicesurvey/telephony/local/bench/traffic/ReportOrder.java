package com.voicesurvey.telephony.local.bench.traffic;

import java.util.Arrays;

/**
 * Reports in the order in which a busy platform gets them: calls go on side by side, each one's
 * reports far apart and in their order.
 */
public final class ReportOrder {
    /** So many calls are at the same step. */
    public static final int SIDE_BY_SIDE = 1_000;

    private static final int MOST_STEPS = 4;

    private ReportOrder() {}

    /** The codes of that many reports, beginning with the first one of that call. */
    public static long[] codes(long firstCall, int count) {
        long[] codes = new long[count];
        int next = 0;
        for (long group = firstCall; next < count; group += SIDE_BY_SIDE) {
            for (int step = 0; step < MOST_STEPS; step++) {
                for (long call = group; call < group + SIDE_BY_SIDE && next < count; call++) {
                    if (step < CallKind.of(call).steps().size()) {
                        codes[next++] = new Report(call, step).code();
                    }
                }
            }
        }
        return codes;
    }

    /** How many calls, from the first one on, those reports are of. */
    public static long calls(long[] codes) {
        if (codes.length == 0) {
            return 0;
        }
        long last = Arrays.stream(codes).map(code -> Report.of(code).call()).max().orElseThrow();
        return last - Report.of(codes[0]).call() + 1;
    }
}
