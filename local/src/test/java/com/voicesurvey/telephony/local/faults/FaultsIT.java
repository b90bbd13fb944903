package com.voicesurvey.telephony.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.faults.scenario.Pace;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;
import com.voicesurvey.telephony.local.faults.world.World;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

/** Each scenario once, briefly. */
class FaultsIT {
    private static final double CALLBACKS_PER_SECOND = 200;

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start("brief", 1);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource(value = Scenarios.class, names = "KILL_BROKER", mode = EnumSource.Mode.EXCLUDE)
    void nothing_is_lost_and_nothing_doubled(Scenarios scenario) {
        Round round =
                new Round(
                        scenario,
                        Seed.of(scenario.name().hashCode()),
                        CALLBACKS_PER_SECOND,
                        Duration.ofSeconds(3),
                        Pace.brief());
        assertThat(round.run(world, System.out).verdict().findings()).isEmpty();
    }
}
