package com.voicesurvey.telephony.local.bench.apply;

/**
 * How {@code bench apply} measures.
 *
 * @param events how many are on the topic
 * @param slowEvents how many of them the references with a transaction an event take
 */
public record ApplySettings(int events, int slowEvents) {}
