package com.voicesurvey.telephony.local.bench.ingest;

/**
 * How {@code bench ingest} measures.
 *
 * @param seconds how long each variant is measured in a round
 * @param warmUpSeconds how long it is loaded before, longer the first time
 * @param connections of the closed loop
 * @param rate of the open loop, requests a second
 * @param prepare most requests a second that are prepared for the closed loop
 * @param referenceLinger the plain reference's {@code linger.ms}; below 0 for Kafka's default
 */
public record IngestSettings(
        int seconds,
        int warmUpSeconds,
        int connections,
        double rate,
        int prepare,
        int referenceLinger) {}
