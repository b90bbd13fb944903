package com.voicesurvey.telephony.local.bench.reference;

import java.util.List;

/**
 * What a reference for event-processor is to do.
 *
 * @param kafka bootstrap servers
 * @param jdbcUrl the database
 * @param ends how many events it takes of each partition
 * @param threads 1, or one for each partition
 */
public record ReferencePlan(String kafka, String jdbcUrl, List<Long> ends, int threads) {

    public ReferencePlan {
        ends = List.copyOf(ends);
        if (threads != 1 && threads != ends.size()) {
            throw new IllegalArgumentException("threads must be 1 or " + ends.size());
        }
    }
}
