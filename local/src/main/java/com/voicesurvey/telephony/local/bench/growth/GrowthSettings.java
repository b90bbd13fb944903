package com.voicesurvey.telephony.local.bench.growth;

import java.util.List;

/**
 * How {@code bench growth} measures.
 *
 * @param millions of ledger rows and calls that are there already, one database each
 * @param warmUp how many events are then applied before any is measured
 * @param events how many are measured
 */
public record GrowthSettings(List<Integer> millions, int warmUp, int events) {

    public GrowthSettings {
        millions = List.copyOf(millions);
        if (millions.isEmpty()) {
            throw new IllegalArgumentException("--millions names no size");
        }
    }
}
