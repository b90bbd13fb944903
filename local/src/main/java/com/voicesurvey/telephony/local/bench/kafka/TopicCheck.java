package com.voicesurvey.telephony.local.bench.kafka;

import java.util.Arrays;

/**
 * What a topic holds, beside what was sent.
 *
 * @param missing acknowledged and not there
 * @param foreign there and never sent
 * @param repeated there once more: by design only by way of the spool
 */
public record TopicCheck(long missing, long foreign, long repeated) {

    static TopicCheck of(long[] held, long[] acknowledged, long[] unanswered) {
        long[] there = Arrays.stream(held).sorted().distinct().toArray();
        long[] known = acknowledged.clone();
        Arrays.sort(known);
        long[] possible = unanswered.clone();
        Arrays.sort(possible);
        long missing =
                Arrays.stream(known).filter(event -> Arrays.binarySearch(there, event) < 0).count();
        long foreign =
                Arrays.stream(there)
                        .filter(event -> Arrays.binarySearch(known, event) < 0)
                        .filter(event -> Arrays.binarySearch(possible, event) < 0)
                        .count();
        return new TopicCheck(missing, foreign, held.length - there.length);
    }

    /** Whether it holds exactly what was acknowledged, and what may have been kept unanswered. */
    public boolean isRight() {
        return missing == 0 && foreign == 0;
    }
}
