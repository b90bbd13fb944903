package com.voicesurvey.telephony.local.faults;

import com.voicesurvey.telephony.local.faults.scenario.Scenarios;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the long run is to be like, from {@code -Dfaults.*}.
 *
 * @param seed of everything that is drawn: {@code faults.seed}
 * @param rounds how many: {@code faults.rounds}
 * @param callbacksPerSecond the load: {@code faults.rate}
 * @param length how long the load runs in each round at least: {@code faults.seconds}
 * @param kafkaAway how long Kafka is away where that is the fault: {@code faults.kafka-away}
 * @param scenarios what is drawn from: {@code faults.scenarios}, names with commas between them;
 *     all without it
 */
record RoundSettings(
        long seed,
        int rounds,
        int callbacksPerSecond,
        Duration length,
        Duration kafkaAway,
        List<Scenarios> scenarios) {

    RoundSettings {
        scenarios = List.copyOf(scenarios);
        if (rounds < 1 || callbacksPerSecond < 1) {
            throw new IllegalArgumentException("faults.rounds and faults.rate must be positive");
        }
    }

    static RoundSettings ofSystemProperties() {
        return new RoundSettings(
                Seed.first(),
                Integer.getInteger("faults.rounds", 50),
                Integer.getInteger("faults.rate", 500),
                Duration.ofSeconds(Integer.getInteger("faults.seconds", 30)),
                Duration.ofSeconds(Integer.getInteger("faults.kafka-away", 20)),
                scenarios(System.getProperty("faults.scenarios", "")));
    }

    private static List<Scenarios> scenarios(String names) {
        return names.isBlank()
                ? Scenarios.all()
                : Stream.of(names.split(",")).map(Scenarios::valueOf).toList();
    }
}
