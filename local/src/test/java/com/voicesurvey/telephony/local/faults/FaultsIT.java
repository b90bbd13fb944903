package com.voicesurvey.telephony.local.faults;

import static com.voicesurvey.telephony.local.faults.scenario.Scenarios.*;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.faults.scenario.Pace;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;
import com.voicesurvey.telephony.local.faults.world.World;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/**
 * Nothing is lost and nothing doubled: scenarios once and briefly, the related ones in one round.
 * What is tagged is too long for a build that somebody waits for, and runs with {@code -Pfaults}.
 */
class FaultsIT {
    private static final double CALLBACKS_PER_SECOND = 100;

    private static World world;

    @BeforeAll
    static void start() {
        world = World.start("brief");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void when_processors_die_or_wake_up_from_the_dead() {
        play(KILL_PROCESSOR_IN_MID_BATCH, ZOMBIE);
    }

    @Test
    @Tag("rounds")
    void when_processors_come_and_go() {
        play(PROCESSORS_COME_AND_GO);
    }

    @Test
    void when_ingest_api_dies_and_clocks_are_wrong() {
        play(KILL_INGEST, WRONG_CLOCKS);
    }

    @Test
    void when_links_fail() {
        play(INGEST_LOSES_KAFKA, PROCESSOR_LOSES_KAFKA, PROCESSOR_LOSES_POSTGRES);
    }

    @Test
    @Tag("rounds")
    void when_a_broker_fails() {
        play(KILL_BROKER);
    }

    @Test
    @Tag("rounds")
    void when_all_of_Kafka_fails() {
        play(KAFKA_AWAY);
    }

    @Test
    void when_PostgreSQL_fails() {
        play(KILL_POSTGRES, POSTGRES_REFUSES_CONNECTIONS, POSTGRES_READ_ONLY, POSTGRES_DEADLOCK);
    }

    @Test
    @Tag("rounds")
    void when_everything_dies_at_once() {
        play(RESTART_OF_ALL);
    }

    /**
     * Behind a proxy that tries the next instance where one takes no connection, and nothing else
     * again, nobody notices: every callback is answered 2xx, and no message comes twice.
     */
    @Test
    void when_services_are_upgraded_one_after_the_other() {
        RoundResult result = play(ROLLING_RESTART);
        assertThat(result.dropped()).as("callbacks that were not answered 2xx").isEmpty();
        assertThat(result.repeatedStarts()).as("messages that came again").isZero();
    }

    private static RoundResult play(Scenarios... scenarios) {
        Round round =
                new Round(
                        List.of(scenarios),
                        Seed.of(scenarios[0].name().hashCode()),
                        CALLBACKS_PER_SECOND,
                        Duration.ofSeconds(3),
                        Pace.brief());
        RoundResult result = round.run(world, System.out);
        assertThat(result.verdict().findings()).isEmpty();
        return result;
    }
}
