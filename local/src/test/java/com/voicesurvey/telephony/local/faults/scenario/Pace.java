package com.voicesurvey.telephony.local.faults.scenario;

import java.time.Duration;

/**
 * How long things last.
 *
 * @param calm between two faults, and before the first
 * @param outage how long something is away
 * @param kafkaAway how long Kafka is away in the scenario that is about that
 */
public record Pace(Duration calm, Duration outage, Duration kafkaAway) {

    /** For a build that somebody waits for. */
    public static Pace brief() {
        return new Pace(Duration.ofMillis(700), Duration.ofMillis(1_500), Duration.ofSeconds(6));
    }
}
