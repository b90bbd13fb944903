package com.voicesurvey.telephony.local.bench.apply;

/**
 * How {@code bench apply} measures.
 *
 * @param warmUp how many events are applied before any is measured
 * @param events how many are measured
 * @param slowEvents how many of both the references with a transaction an event take
 */
public record ApplySettings(int warmUp, int events, int slowEvents) {
    int onTopic() {
        return warmUp + events;
    }
}
