package com.voicesurvey.telephony.local.faults;

import java.time.Duration;

/**
 * What the long run is to be like, from {@code -Dfaults.*}.
 *
 * @param seed of everything that is drawn: {@code faults.seed}
 * @param rounds how many: {@code faults.rounds}
 * @param callbacksPerSecond the load: {@code faults.rate}
 * @param length how long the load runs in each round at least: {@code faults.seconds}
 * @param kafkaAway how long Kafka is away where that is the fault: {@code faults.kafka-away}
 */
record RoundSettings(
        long seed, int rounds, int callbacksPerSecond, Duration length, Duration kafkaAway) {

    RoundSettings {
        if (rounds < 1 || callbacksPerSecond < 1) {
            throw new IllegalArgumentException("faults.rounds and faults.rate must be positive");
        }
    }

    static RoundSettings ofSystemProperties() {
        return new RoundSettings(
                Seed.first(),
                Integer.getInteger("faults.rounds", 50),
                Integer.getInteger("faults.rate", 500),
                Duration.ofSeconds(Integer.getInteger("faults.seconds", 60)),
                Duration.ofSeconds(Integer.getInteger("faults.kafka-away", 20)));
    }
}
