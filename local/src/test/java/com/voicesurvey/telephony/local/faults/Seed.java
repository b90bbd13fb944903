package com.voicesurvey.telephony.local.faults;

/** Where all that is drawn comes from: {@code -Dfaults.seed}, or the time. */
final class Seed {
    private static final long FIRST = Long.getLong("faults.seed", System.currentTimeMillis());

    private Seed() {}

    /** The seed of the whole run, to be printed. */
    static long first() {
        return FIRST;
    }

    /** The seed of one of its rounds. */
    static long of(int round) {
        return FIRST * 1_000 + round;
    }
}
