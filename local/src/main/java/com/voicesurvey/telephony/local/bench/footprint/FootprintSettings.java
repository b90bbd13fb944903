package com.voicesurvey.telephony.local.bench.footprint;

/**
 * How {@code bench footprint} measures.
 *
 * @param rate callbacks a second of the load
 * @param seconds how long it lasts
 * @param idleSeconds how long the services are left alone before
 */
public record FootprintSettings(int rate, int seconds, int idleSeconds) {}
