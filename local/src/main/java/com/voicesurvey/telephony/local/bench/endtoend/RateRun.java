package com.voicesurvey.telephony.local.bench.endtoend;

import java.util.List;

/**
 * What is measured at one rate.
 *
 * @param rate callbacks a second
 * @param answered until the callback's answer
 * @param committed until its row is committed
 * @param started until the dialogue's start can be read, of answered calls
 */
record RateRun(int rate, RateFigures answered, RateFigures committed, RateFigures started) {

    static RateRun of(int rate) {
        String at = " at %,d/s".formatted(rate);
        return new RateRun(
                rate,
                new RateFigures("answer" + at),
                new RateFigures("committed" + at),
                new RateFigures("dialogue start" + at));
    }

    List<RateFigures> all() {
        return List.of(answered, committed, started);
    }
}
