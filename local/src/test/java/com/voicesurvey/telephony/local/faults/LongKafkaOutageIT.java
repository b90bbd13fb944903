package com.voicesurvey.telephony.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.faults.scenario.Pace;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;
import com.voicesurvey.telephony.local.faults.world.World;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Kafka away for five minutes under 300 callbacks a second; {@code -Dfaults.outage} in seconds. */
@Tag("rounds")
class LongKafkaOutageIT {
    private static final int CALLBACKS_PER_SECOND = 300;

    @Test
    void a_broker_that_is_away_for_minutes_costs_no_callback_and_ends_in_the_exact_state() {
        Duration outage = Duration.ofSeconds(Integer.getInteger("faults.outage", 300));
        Pace pace = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(5), outage);
        try (World world = World.start("outage")) {
            RoundResult result =
                    new Round(
                                    List.of(Scenarios.KAFKA_AWAY),
                                    Seed.first(),
                                    CALLBACKS_PER_SECOND,
                                    Duration.ZERO,
                                    pace)
                            .run(world, System.out);
            assertThat(result.verdict().findings()).isEmpty();
            assertThat(result.dropped()).as("callbacks that were not answered 2xx").isEmpty();
        }
    }
}
