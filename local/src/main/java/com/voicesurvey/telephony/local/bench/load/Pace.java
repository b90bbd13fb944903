package com.voicesurvey.telephony.local.bench.load;

/** When the next request is due. Times are those of {@link System#nanoTime}. */
sealed interface Pace {

    /** As soon as a connection is free: as many at once as there are connections. */
    record Closed() implements Pace {
        @Override
        public long due(long number, long start, long now) {
            return now;
        }
    }

    /**
     * Evenly, whether the earlier ones were answered or not. What waits for a connection is late,
     * and its latency counts from when it was due.
     *
     * @param rate requests a second
     */
    record Open(double rate) implements Pace {
        @Override
        public long due(long number, long start, long now) {
            return start + (long) (number * 1e9 / rate);
        }
    }

    static Pace of(LoadPlan plan) {
        return plan.rate() == 0 ? new Closed() : new Open(plan.rate());
    }

    /** When request number n, from 0, is due. */
    long due(long number, long start, long now);
}
