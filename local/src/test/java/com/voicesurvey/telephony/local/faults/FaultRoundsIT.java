package com.voicesurvey.telephony.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.voicesurvey.telephony.local.faults.scenario.Pace;
import com.voicesurvey.telephony.local.faults.scenario.Scenarios;
import com.voicesurvey.telephony.local.faults.world.World;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Many rounds of scenarios drawn from a printed seed: {@code ./mvnw verify -Pfaults}. A round that
 * finds something, or cannot be played, does not end the run; the table in the end shows all of
 * them.
 */
@Tag("rounds")
class FaultRoundsIT {
    private static final RoundSettings SETTINGS = RoundSettings.ofSystemProperties();

    @Test
    void nothing_is_lost_and_nothing_doubled_in_any_round() {
        System.out.println("fault rounds: " + SETTINGS);
        RoundTable table = new RoundTable();
        Random random = new Random(SETTINGS.seed());
        List<Scenarios> deck = new ArrayList<>();
        try (World world = World.start("rounds")) {
            for (int i = 1; i <= SETTINGS.rounds(); i++) {
                System.out.printf("%nround %d of %d%n", i, SETTINGS.rounds());
                play(round(i, draw(deck, random)), world, table);
            }
        } finally {
            table.print(System.out);
        }
        assertThat(table.findings()).isEmpty();
        assertThat(table.unplayed()).isEmpty();
        assertThat(table.rounds()).isEqualTo(SETTINGS.rounds());
    }

    private static void play(Round round, World world, RoundTable table) {
        try {
            table.add(round.run(world, System.out));
        } catch (RuntimeException | AssertionError e) {
            System.out.println("    not played to its end: " + e);
            table.addUnplayed(round.scenarios() + ": " + e);
            world.heal();
        }
    }

    private static Round round(int number, List<Scenarios> scenarios) {
        return new Round(
                scenarios,
                SETTINGS.seed() * 1_000 + number,
                SETTINGS.callbacksPerSecond(),
                SETTINGS.length(),
                new Pace(Duration.ofSeconds(1), Duration.ofSeconds(4), SETTINGS.kafkaAway()));
    }

    /** One to three scenarios; all come up once before any comes up again. */
    private static List<Scenarios> draw(List<Scenarios> deck, Random random) {
        List<Scenarios> drawn = new ArrayList<>();
        int count = random.nextInt(1, 4);
        while (drawn.size() < count) {
            if (deck.isEmpty()) {
                deck.addAll(SETTINGS.scenarios());
                Collections.shuffle(deck, random);
            }
            drawn.add(deck.removeLast());
        }
        return drawn;
    }
}
